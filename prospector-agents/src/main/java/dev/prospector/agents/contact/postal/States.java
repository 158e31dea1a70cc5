package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.PhraseTable;
import dev.prospector.agents.contact.text.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States, provinces and counties by name and by code. */
public final class States {

  private static final PhraseTable NAMES;
  private static final Map<String, List<String>> COUNTRIES_BY_CODE = new HashMap<>();

  static {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : ResourceLines.of("states.csv")) {
      String[] cells = line.split(";", -1);
      names.putIfAbsent(cells[0], cells[2] + '-' + cells[1]);
      if (!cells[1].isEmpty()) {
        COUNTRIES_BY_CODE.computeIfAbsent(cells[1], code -> new ArrayList<>(2)).add(cells[2]);
      }
    }
    NAMES = PhraseTable.of(names);
  }

  private States() {}

  /** Returns the states named in full; a hit's value is country, hyphen and code. */
  static List<PhraseTable.Hit> find(String text) {
    return NAMES.find(text);
  }

  /** Returns country, hyphen and code of a state given by name. */
  static Optional<String> named(String name) {
    return NAMES.value(name);
  }

  /** Returns the countries that have a state of a code, North America before others. */
  public static List<String> countriesOf(String code) {
    return COUNTRIES_BY_CODE.getOrDefault(code, List.of());
  }
}
