package dev.prospector.agents.contact.social;

import dev.prospector.agents.contact.text.Place;
import java.util.List;

/**
 * A link to a profile, page or channel on a social network; links that share or embed are none.
 *
 * @param network the network
 * @param url the profile's address as linked
 * @param places where it was seen, at least one, in the order of the text
 */
public record SocialFinding(SocialNetwork network, String url, List<Place> places) {

  /** Copies the places. */
  public SocialFinding {
    places = List.copyOf(places);
  }
}
