package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.Place;
import java.util.List;

/**
 * A name under which the page speaks of an organisation, the page's own one first.
 *
 * @param name the name as written
 * @param score how likely it is the page's own organisation, 0..1
 * @param places where it was seen, at least one, in the order of the text
 */
public record OrganizationFinding(String name, double score, List<Place> places) {

  /** Copies the places. */
  public OrganizationFinding {
    places = List.copyOf(places);
  }
}
