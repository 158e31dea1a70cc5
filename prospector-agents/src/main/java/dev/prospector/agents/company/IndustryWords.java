package dev.prospector.agents.company;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.context.Language;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.ValueType;
import dev.prospector.evidence.ValueTypes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of the closed vocabulary, as lists of the host may have them. */
final class IndustryWords {

  /** An industry is read from a quote that calls it by its name. */
  static final ValueType<Industry> TYPE = ValueTypes.enumeration(names());

  private static final Expression COLUMN =
      Expression.of(
          "(?imu)^(?:sector|setor|industry|ind[úu]stria|segment|segmento|ramo(?: de atividade)?|"
              + "rubro|giro|gics sector)[ \\t]*:[ \\t]*(\\S[^\\n]*)$");

  /** An industry that a column of the host's row names. */
  record Stated(Industry industry, Passage passage) {}

  private IndustryWords() {}

  /** Returns what a column for it says, if it is a name of the vocabulary. */
  static Optional<Stated> inRow(Snapshot row) {
    Search column = COLUMN.matcher(row.text());
    while (column.find()) {
      Optional<Industry> industry = Industry.named(column.group(1));
      if (industry.isPresent()) {
        Passage passage = new Passage(row, column.start(1), column.end(1));
        return Optional.of(new Stated(industry.get(), passage));
      }
    }
    return Optional.empty();
  }

  private static Map<Industry, List<String>> names() {
    Map<Industry, List<String>> names = new EnumMap<>(Industry.class);
    for (Industry industry : Industry.values()) {
      List<String> all = new ArrayList<>();
      all.add(industry.name().replace('_', ' '));
      for (Language language : Language.values()) {
        all.add(industry.label(language));
      }
      names.put(industry, all);
    }
    return names;
  }
}
