package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * A postal address, or only the places of one: a page that names cities without streets has
 * addresses of one part.
 *
 * @param parts the parts in the order of the text, at least one
 * @param district the neighbourhood, which stands between two of the parts
 */
public record AddressFinding(List<AddressPart> parts, Optional<AddressPart> district) {

  /** Copies the parts. */
  public AddressFinding {
    parts = List.copyOf(parts);
  }

  /** An address whose neighbourhood is not told. */
  public AddressFinding(List<AddressPart> parts) {
    this(parts, Optional.empty());
  }

  /** Returns the text of the first part of a kind. */
  public Optional<String> part(Kind kind) {
    return parts.stream().filter(p -> p.kind() == kind).map(AddressPart::value).findFirst();
  }

  /** Tells whether mail could be sent there: it has a street or a postal code. */
  public boolean postal() {
    return parts.stream().anyMatch(p -> p.kind() == Kind.STREET || p.kind() == Kind.ZIP);
  }

  /** Tells whether it is a town with its state, and no more. */
  public boolean isTownOfState() {
    return !postal() && part(Kind.CITY).isPresent() && part(Kind.STATE).isPresent();
  }

  /** Returns the smallest stretch of the text that holds every part. */
  public Place place() {
    Place first = parts.get(0).place();
    int start = parts.stream().mapToInt(p -> p.place().start()).min().orElse(first.start());
    int end = parts.stream().mapToInt(p -> p.place().end()).max().orElse(first.end());
    return new Place(start, end, first.region(), first.how());
  }
}
