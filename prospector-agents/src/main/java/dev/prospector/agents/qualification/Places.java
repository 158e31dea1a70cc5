package dev.prospector.agents.qualification;

import dev.prospector.agents.intake.Countries;
import dev.prospector.agents.intake.Intake;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a company is, compared with where we sell. */
final class Places {

  private final String city;
  private final String state;
  private final String country;

  Places(Intake intake) {
    this.city = intake.city().value().orElse("");
    this.state = intake.state().value().orElse("");
    this.country = intake.country().value().orElse("");
  }

  boolean isUnknown() {
    return country.isEmpty() && state.isEmpty() && city.isEmpty();
  }

  String name() {
    List<String> parts = Stream.of(city, state, country).filter(s -> !s.isEmpty()).toList();
    return String.join(", ", parts);
  }

  /** An entry names a country in some language, a state by name or code, or a city. */
  boolean liesIn(String entry) {
    boolean inCountry =
        !country.isEmpty() && Countries.named(entry).filter(country::equals).isPresent();
    return inCountry || same(entry, state) || same(entry, city) || Countries.isState(entry, state);
  }

  private static boolean same(String entry, String place) {
    return !place.isEmpty() && key(entry).equals(key(place));
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
