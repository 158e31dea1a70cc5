package dev.prospector.agents.contact.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of countries in the languages that pages are read in. */
public final class Countries {

  private static final PhraseTable NAMES = PhraseTable.of(codes());

  private Countries() {}

  /** Returns the countries named in a text, with their codes as values. */
  public static List<PhraseTable.Hit> find(String text) {
    return NAMES.find(text);
  }

  public static boolean isCountry(String name) {
    return NAMES.value(name).isPresent();
  }

  /** Returns the code, ISO 3166-1 alpha-2, of a country by one of its names. */
  public static Optional<String> code(String name) {
    return NAMES.value(name);
  }

  /** Returns the codes of the countries named in a text. */
  public static List<String> namedIn(String text) {
    return find(text).stream().map(PhraseTable.Hit::value).toList();
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String line : ResourceLines.of("countries.csv")) {
      int semicolon = line.lastIndexOf(';');
      codes.putIfAbsent(line.substring(0, semicolon), line.substring(semicolon + 1));
    }
    return codes;
  }
}
