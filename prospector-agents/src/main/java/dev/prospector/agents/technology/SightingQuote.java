package dev.prospector.agents.technology;

import dev.prospector.evidence.Passage;
import dev.prospector.evidence.Snapshot;

/**
 * The stretch of a response that is quoted for a sighting: enough of it that a fingerprint can be
 * read out of the quote again. A value comes with its header line or its tag, which name it, and no
 * word is cut.
 */
final class SightingQuote {

  /** A whole page is no quote. */
  private static final int LONGEST_MATCH = 400;

  private static final int LONGEST_TAG = 600;

  private SightingQuote() {}

  static Passage of(Snapshot response, Sighting sighting) {
    String text = response.text();
    int start = sighting.start();
    int end = Math.min(sighting.end(), start + LONGEST_MATCH);
    switch (sighting.place()) {
      case HEADER, COOKIE -> {
        start = text.lastIndexOf('\n', start - 1) + 1;
        end = orEnd(text.indexOf('\n', end), text);
      }
      case SCRIPT, META -> {
        start = Math.max(0, text.lastIndexOf('<', start));
        end = orEnd(text.indexOf('>', end) + 1, text);
      }
      case HTML, URL -> {}
    }
    boolean wide = end - start > LONGEST_TAG;
    return whole(
        response,
        wide ? sighting.start() : start,
        wide ? Math.min(sighting.end(), sighting.start() + LONGEST_MATCH) : end);
  }

  private static int orEnd(int index, String text) {
    return index <= 0 ? text.length() : index;
  }

  private static Passage whole(Snapshot response, int from, int to) {
    String text = response.text();
    int start = from;
    int end = to;
    while (start > 0
        && from - start < LONGEST_TAG
        && joins(text, start - 1)
        && joins(text, start)) {
      start--;
    }
    while (end < text.length()
        && end - to < LONGEST_TAG
        && joins(text, end - 1)
        && joins(text, end)) {
      end++;
    }
    return new Passage(response, start, end);
  }

  private static boolean joins(String text, int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) || c == '.' || c == ',';
  }
}
