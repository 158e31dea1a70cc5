package dev.prospector.agents.technology;

/**
 * A passage that shows a technology.
 *
 * <p>Immutable. Offsets are Java string indices (UTF-16 units) into the source text, or into the
 * address for {@link Place#URL}.
 *
 * @param place which part of the response it stands in
 * @param start index of its first character, inclusive
 * @param end index after its last character
 */
public record Sighting(Place place, int start, int end) {

  /** The parts of a response that fingerprints look at. */
  public enum Place {
    /** A header line. */
    HEADER,
    /** A cookie set by a header. */
    COOKIE,
    /** The address of a script. */
    SCRIPT,
    /** The content of a meta element. */
    META,
    /** The mark-up anywhere. */
    HTML,
    /** The page's own address, which is not part of the source text. */
    URL
  }
}
