package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * A person that the page names.
 *
 * @param name the name as written
 * @param role the title beside the name, if there is one
 * @param places where the name was seen, at least one, in the order of the text
 */
public record PersonFinding(String name, Optional<String> role, List<Place> places) {

  /** Copies the places. */
  public PersonFinding {
    places = List.copyOf(places);
  }
}
