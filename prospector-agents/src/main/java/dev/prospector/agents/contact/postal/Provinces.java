package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.contact.text.ResourceLines;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind postal code and town: the province or state as its country writes it, such as
 * "37121 Verona <b>(VR)</b>", "20121 Milano <b>MI</b>" and "44160 Guadalajara, <b>Jalisco</b>". In
 * brackets it needs no table; a country is none.
 */
final class Provinces {

  private static final Expression IN_BRACKETS =
      Expression.of("[ ]?\\(([A-Z]{2}|\\p{Lu}[\\p{L} ]{2,24})\\)");

  private static final Expression BEHIND =
      Expression.of(
          "(?:,[ ]?|[ ][-–|·/][ ]|[ ])(\\p{Lu}[\\p{L}.]{0,24}(?:[ ]\\p{L}[\\p{L}.]{1,24}){0,4})");

  private static final Map<String, Set<String>> BY_COUNTRY = byCountry();

  private Provinces() {}

  private static Map<String, Set<String>> byCountry() {
    Map<String, Set<String>> provinces = new HashMap<>();
    for (String line : ResourceLines.of("provinces.csv")) {
      String[] cells = line.split(";", 2);
      provinces.computeIfAbsent(cells[0], country -> new HashSet<>());
      provinces.getOrDefault(cells[0], Set.of()).addAll(Set.of(cells[1].split(",")));
    }
    return provinces;
  }

  /** Tells whether a country writes a province so. */
  static boolean isProvince(String written, String country) {
    return BY_COUNTRY.getOrDefault(country, Set.of()).contains(written);
  }

  /** Returns the province whose name or code follows a town. */
  static Optional<Streets.Span> after(String text, int town, String country) {
    Search brackets = IN_BRACKETS.matcher(text);
    if (brackets.findAt(town)) {
      return Countries.isCountry(brackets.group(1))
          ? Optional.empty()
          : Optional.of(new Streets.Span(brackets.start(1), brackets.end(1)));
    }
    Search behind = BEHIND.matcher(text);
    return behind.findAt(town)
        ? longest(text, behind.start(1), behind.end(1), country)
        : Optional.empty();
  }

  private static Optional<Streets.Span> longest(String text, int start, int end, String country) {
    for (int at = end; at > start; at = text.lastIndexOf(' ', at - 1)) {
      String written = text.substring(start, at);
      if (isProvince(written, country) || isProvince(withoutPoint(written), country)) {
        return Optional.of(new Streets.Span(start, start + known(written, country).length()));
      }
    }
    return Optional.empty();
  }

  private static String known(String written, String country) {
    return isProvince(written, country) ? written : withoutPoint(written);
  }

  /** A point may end the sentence. */
  private static String withoutPoint(String written) {
    return written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
  }
}
