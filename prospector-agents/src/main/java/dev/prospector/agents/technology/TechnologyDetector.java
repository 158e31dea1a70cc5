package dev.prospector.agents.technology;

import dev.prospector.agents.technology.Sighting.Place;
import java.util.Collection;
import java.util.List;

/**
 * Detects technologies in a response, by the rules of Wappalyzer 6.8: each matching pattern adds
 * its confidence, technologies imply and exclude one another, and some count only on top of
 * another.
 *
 * <p>Immutable and safe for several threads.
 */
public final class TechnologyDetector {

  private final Fingerprints fingerprints;

  /** Detects with everything that ships. */
  public TechnologyDetector() {
    this(Fingerprints.shipped());
  }

  /** Detects with a chosen set of fingerprints. */
  public TechnologyDetector(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  /**
   * Returns what is detected, in order of name. Never throws; only the first million characters are
   * read.
   *
   * @param source the response as received and decoded: the status line and header lines if known,
   *     a blank line, and the body; or the body alone
   * @param url the page's address, or the empty string if unknown
   */
  public List<Detection> detect(String source, String url) {
    ResponseText response = new ResponseText(source);
    SteppedText text = new SteppedText(response.text());
    Findings findings = new Findings();
    look(response, text, findings);
    search(Place.URL, new SteppedText(url), 0, url.length(), findings);
    return new Resolution(fingerprints, findings).detections();
  }

  private void look(ResponseText response, SteppedText text, Findings findings) {
    search(Place.HTML, text, response.bodyStart(), text.length(), findings);
    for (ResponseText.Part part : response.parts()) {
      if (part.place() == Place.SCRIPT) {
        search(Place.SCRIPT, text, part.start(), part.end(), findings);
      } else {
        fingerprints
            .named(part.place(), part.name())
            .forEach(f -> match(f, text, part.start(), part.end(), findings));
      }
    }
  }

  /**
   * Returns the technologies of which a quote of a response, such as a header line or a tag, shows
   * a sign by itself, in order of name.
   */
  Collection<String> sightedIn(String quote) {
    ResponseText response = new ResponseText(quote);
    Findings findings = new Findings();
    look(response, new SteppedText(response.text()), findings);
    return findings.technologies();
  }

  private void search(Place place, SteppedText text, int from, int to, Findings findings) {
    fingerprints
        .index(place)
        .candidates(text.toString(), from, to)
        .forEach(f -> match(f, text, from, to, findings));
  }

  private static void match(
      Fingerprint fingerprint, SteppedText text, int from, int to, Findings findings) {
    fingerprint.find(text, from, to).ifPresent(match -> findings.add(fingerprint, match));
  }
}
