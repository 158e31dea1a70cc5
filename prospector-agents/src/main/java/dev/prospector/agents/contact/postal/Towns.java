package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.PhraseTable;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.SortedTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of towns, the states that have one of the name, and the cities known by name alone. */
public final class Towns {

  private static final PhraseTable ALL =
      PhraseTable.of(SortedTable.read(ResourceLines.class, "towns.csv"));

  private static final PhraseTable KNOWN =
      PhraseTable.of(
          ResourceLines.of("known-cities.txt").stream()
              .collect(Collectors.toMap(city -> city, city -> city, (one, other) -> one)));

  private Towns() {}

  /** Tells whether there is a town of that name, and no state or country that is rather meant. */
  public static boolean isTown(String name) {
    return KNOWN.value(name).isPresent()
        || !isLarger(name) && (ALL.value(name).isPresent() || BrazilianAreaCodes.isCity(name));
  }

  /** Tells whether a name is that of a city which is known without its state. */
  public static boolean isWellKnown(String name) {
    return KNOWN.value(name).isPresent();
  }

  /** Tells whether a name is that of a state, county or country. */
  static boolean isLarger(String name) {
    return States.named(name).isPresent() || Countries.isCountry(name);
  }

  /** Tells whether there is a town of that name in a state of a country. */
  static boolean isIn(String name, String country, String state) {
    Optional<String> states = ALL.value(name);
    return states.isPresent()
        && (',' + states.get() + ',').contains(',' + country + '-' + state + ',');
  }

  /** Tells whether a country has a town of that name. */
  static boolean isPlaceOf(String name, String country) {
    Optional<String> places = ALL.value(name);
    boolean there =
        places.isPresent()
            && java.util.Arrays.stream(places.get().split(","))
                .anyMatch(p -> p.equals(country) || p.startsWith(country + "-"));
    return there || country.equals("BR") && BrazilianAreaCodes.isCity(name);
  }

  /** Returns the names of towns in a text; many are words or names of people as well. */
  static List<PhraseTable.Hit> all(String text) {
    return ALL.find(text);
  }

  /** Returns the cities of a text that need no state beside them. */
  static List<PhraseTable.Hit> known(String text) {
    return KNOWN.find(text);
  }
}
