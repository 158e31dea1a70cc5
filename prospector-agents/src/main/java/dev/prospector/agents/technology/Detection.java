package dev.prospector.agents.technology;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A technology found on a page.
 *
 * <p>Immutable.
 *
 * @param technology its name
 * @param categories what it is, such as "CMS" or "Live chat"; at least one
 * @param version the version, where a fingerprint tells it
 * @param confidence how sure the fingerprints are, 1 to 100
 * @param sightings the passages that show it, one for each fingerprint; empty when it is implied
 * @param impliedBy the technology that cannot run without it, when nothing else shows it
 */
public record Detection(
    String technology,
    List<String> categories,
    Optional<String> version,
    int confidence,
    List<Sighting> sightings,
    Optional<String> impliedBy) {

  /** Copies the lists. */
  public Detection {
    Objects.requireNonNull(technology);
    categories = List.copyOf(categories);
    sightings = List.copyOf(sightings);
  }
}
