package dev.prospector.agents.company;

import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import dev.prospector.agents.trade.Trades;
import dev.prospector.context.Language;
import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of the closed vocabulary, as lists of the host may have them. */
final class IndustryWords {

  /** An industry is read from a quote that calls it, or a trade of it, by name. */
  static final ValueType<Industry> TYPE = ValueTypes.readBy(IndustryWords::read);

  private static final Map<Industry, List<String>> NAMES = names();

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

  /** Returns the words of the host's column for it, also unknown ones. */
  static Optional<Passage> column(Snapshot row) {
    Search column = COLUMN.matcher(row.text());
    return column.find()
        ? Optional.of(new Passage(row, column.start(1), column.end(1)))
        : Optional.empty();
  }

  /** Reads the industries that a quote names, or of which it names a trade. */
  private static Set<Industry> read(String quote) {
    Set<Industry> read = EnumSet.noneOf(Industry.class);
    String folded = Normalizer.normalize(quote, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    NAMES.forEach(
        (industry, names) -> {
          if (names.stream().anyMatch(name -> folded.contains(name.toLowerCase(Locale.ROOT)))) {
            read.add(industry);
          }
        });
    String words = quote.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    for (dev.prospector.agents.page.Language language :
        dev.prospector.agents.page.Language.values()) {
      Trades.shipped().find(words, language).stream()
          .map(mention -> Industry.valueOf(mention.trade().sector()))
          .forEach(read::add);
    }
    return read;
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
