package dev.prospector.agents.contact.email;

import dev.prospector.agents.contact.text.Place;
import java.util.List;

/**
 * An e-mail address of the page.
 *
 * @param address the address, its domain in lower case
 * @param kind who is likely to read it
 * @param places where it was seen, at least one, in the order of the text
 */
public record EmailFinding(String address, EmailKind kind, List<Place> places) {

  /** Copies the places. */
  public EmailFinding {
    places = List.copyOf(places);
  }
}
