package dev.prospector.agents.relevance;

import java.util.Objects;

/**
 * A stretch of a text that can be quoted for itself: a sentence, a line, or a part of a long one.
 *
 * @param start index of its first character, inclusive
 * @param end index after its last character; greater than {@code start}
 */
public record TextPassage(int start, int end) {

  /** Checks that the stretch is not empty. */
  public TextPassage {
    Objects.checkFromToIndex(start, end, Integer.MAX_VALUE);
    if (start == end) {
      throw new IllegalArgumentException("an empty passage at " + start);
    }
  }

  /** Returns the characters of the passage. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
