package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines.Entry;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.internal.Expression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads postal addresses from structured data: schema.org, hCard and Open Graph properties. */
public final class AddressData {

  private static final Map<String, Kind> PROPERTIES =
      Map.ofEntries(
          Map.entry("streetaddress", Kind.STREET),
          Map.entry("street-address", Kind.STREET),
          Map.entry("street_address", Kind.STREET),
          Map.entry("addresslocality", Kind.CITY),
          Map.entry("locality", Kind.CITY),
          Map.entry("addressregion", Kind.STATE),
          Map.entry("region", Kind.STATE),
          Map.entry("postalcode", Kind.ZIP),
          Map.entry("postal-code", Kind.ZIP),
          Map.entry("postal_code", Kind.ZIP),
          Map.entry("addresscountry", Kind.COUNTRY),
          Map.entry("country-name", Kind.COUNTRY),
          Map.entry("country_name", Kind.COUNTRY));
  private static final int MAX_VALUE = 200;
  private static final Expression REGION_OF_COUNTRY = Expression.of("[A-Z]{2}-[A-Z\\d]{1,3}");

  /** The letters of the country and the hyphen behind them. */
  private static final int COUNTRY_CODE = 3;

  private AddressData() {}

  /** Returns one address for each run of properties in which no kind of part comes twice. */
  public static List<AddressFinding> scan(List<Entry> entries) {
    List<AddressFinding> found = new ArrayList<>();
    List<AddressPart> parts = new ArrayList<>();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Entry entry : entries) {
      Optional<Kind> kind = kind(entry);
      if (kind.isEmpty()) {
        continue;
      }
      if (!kinds.add(kind.get())) {
        found.add(new AddressFinding(parts));
        parts.clear();
        kinds.clear();
        kinds.add(kind.get());
      }
      parts.add(part(kind.get(), entry));
    }
    if (!parts.isEmpty()) {
      found.add(new AddressFinding(parts));
    }
    return found;
  }

  /** A region by ISO 3166-2 begins with its country: "US-<b>CA</b>". */
  private static AddressPart part(Kind kind, Entry entry) {
    String value = entry.second().strip();
    Place place = entry.secondPlace(FoundBy.STRUCTURED);
    if (kind != Kind.STATE || !REGION_OF_COUNTRY.isAllOf(entry.second())) {
      return new AddressPart(kind, value, place);
    }
    Place region =
        new Place(place.start() + COUNTRY_CODE, place.end(), place.region(), place.how());
    return new AddressPart(kind, value.substring(COUNTRY_CODE), region);
  }

  private static Optional<Kind> kind(Entry entry) {
    String path = entry.first();
    int last = Math.max(path.lastIndexOf('.'), path.lastIndexOf(':'));
    String property = path.substring(last + 1).toLowerCase(Locale.ROOT);
    boolean told = !entry.second().isBlank() && entry.second().length() <= MAX_VALUE;
    return told ? Optional.ofNullable(PROPERTIES.get(property)) : Optional.empty();
  }
}
