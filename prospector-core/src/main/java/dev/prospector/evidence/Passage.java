package dev.prospector.evidence;

import java.util.Objects;

/**
 * A stretch of one snapshot's text, by Java string index.
 *
 * @param snapshot where it stands
 * @param start index of its first character, inclusive
 * @param end index after its last character; greater than {@code start}
 */
public record Passage(Snapshot snapshot, int start, int end) {

  /** Checks that the passage is not empty and lies within the text. */
  public Passage {
    Objects.checkFromToIndex(start, end, snapshot.text().length());
    if (start == end) {
      throw new IllegalArgumentException("an empty passage of " + snapshot + " at " + start);
    }
  }

  /** Returns the characters of the passage. */
  public String quote() {
    return snapshot.text().substring(start, end);
  }

  Span span() {
    String text = snapshot.text();
    int first = text.codePointCount(0, start);
    return new Span(first, first + text.codePointCount(start, end));
  }
}
