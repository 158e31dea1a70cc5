package dev.prospector.agents.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by their names in Portuguese, English and Spanish. */
final class CountryNames {

  private static final Map<String, String> CODES = new HashMap<>();

  static {
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      for (Locale language : List.of(new Locale("pt"), Locale.ENGLISH, new Locale("es"))) {
        CODES.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
      }
    }
  }

  private CountryNames() {}

  /** Returns the ISO code; empty where a place is no country. */
  static String code(String place) {
    return CODES.getOrDefault(place.strip().toLowerCase(Locale.ROOT), "");
  }
}
