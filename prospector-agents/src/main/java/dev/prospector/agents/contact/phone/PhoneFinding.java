package dev.prospector.agents.contact.phone;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * A phone number of the page, valid by its country's numbering plan.
 *
 * @param e164 the number as {@code +} country code and national number, digits only
 * @param kind the kind of line
 * @param region the country, as ISO 3166-1 alpha-2 code; {@code 001} for international numbers
 * @param carrier the network that the number's range was given to, where the plan says so
 * @param extension the extension behind the number, digits only
 * @param uses what the page says the number is for
 * @param places where it was seen, at least one, in the order of the text
 */
public record PhoneFinding(
    String e164,
    PhoneKind kind,
    String region,
    Optional<String> carrier,
    Optional<String> extension,
    List<PhoneUse> uses,
    List<Place> places) {

  /** Copies the lists. */
  public PhoneFinding {
    uses = List.copyOf(uses);
    places = List.copyOf(places);
  }

  /** Tells whether a part of the number, such as its area code, was concluded at every place. */
  public boolean inferred() {
    return places.stream().allMatch(place -> place.how() == FoundBy.INFERRED);
  }
}
