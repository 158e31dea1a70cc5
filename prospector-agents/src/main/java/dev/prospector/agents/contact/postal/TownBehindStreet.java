package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.contact.text.Countries;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A town behind its street without a postal code or a state: "12 Main Street, <b>Cork</b>,
 * Ireland", "Rua das Flores, 120, Centro, <b>Limeira</b>". It must be a town of the site's country,
 * or of the one that is named behind it, and end the line or stand before that country.
 */
final class TownBehindStreet {

  private static final int REACH = 90;
  private static final int MOST_SEGMENTS = 4;

  private static final Expression SEGMENT =
      Expression.of(
          "(?:,|[ ][-–|·•]|\\n)[ ]?([^,\\n|·•–]{2,40}?)(?=,|[ ][-–|·•][ ]|\\n|\\.(?:[ ]|\\n|$)|$)");

  private TownBehindStreet() {}

  static List<Part> find(String text, List<Streets.Span> streets, List<String> regions) {
    List<Part> parts = new ArrayList<>();
    for (Streets.Span street : streets) {
      if (parts.size() < AddressScanner.MAX_PARTS) {
        parts.addAll(behind(text, street.end(), regions));
      }
    }
    return parts;
  }

  private static List<Part> behind(String text, int street, List<String> regions) {
    int limit = Math.min(text.length(), street + REACH);
    Search segment = SEGMENT.matcher(text);
    List<Part> segments = new ArrayList<>();
    int at = street;
    while (segments.size() < MOST_SEGMENTS && at < limit && segment.findAt(at)) {
      segments.add(new Part(Kind.CITY, segment.start(1), segment.end(1)));
      boolean ends =
          segment.end() >= text.length() || ".\n".indexOf(text.charAt(segment.end())) >= 0;
      at = segment.end();
      Optional<List<Part>> found = town(text, segments, ends, regions);
      if (found.isPresent() || ends) {
        return found.orElse(List.of());
      }
    }
    return List.of();
  }

  /** Reads the last segment as a country with a town before it, or as a town that ends the line. */
  private static Optional<List<Part>> town(
      String text, List<Part> segments, boolean ends, List<String> regions) {
    Part last = segments.get(segments.size() - 1);
    String name = text.substring(last.start(), last.end());
    Optional<String> country = Countries.code(name);
    if (country.isPresent() && segments.size() > 1) {
      Part town = segments.get(segments.size() - 2);
      boolean there = Towns.isPlaceOf(text.substring(town.start(), town.end()), country.get());
      return there
          ? Optional.of(List.of(town, new Part(Kind.COUNTRY, last.start(), last.end())))
          : Optional.empty();
    }
    boolean town = ends && regions.stream().limit(1).anyMatch(r -> Towns.isPlaceOf(name, r));
    return town && !Towns.isLarger(name) ? Optional.of(List.of(last)) : Optional.empty();
  }
}
