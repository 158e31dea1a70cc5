package dev.prospector.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A stretch of a snapshot's text, counted in Unicode code points, so that readers in any language
 * find the same characters.
 *
 * @param start the first code point, from 0, inclusive
 * @param end after the last code point; greater than {@code start}
 */
public record Span(@JsonProperty("start") int start, @JsonProperty("end") int end) {

  /** Checks that the span is not empty and not negative. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** Returns the characters of the text that this span covers. */
  public String of(String text) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }
}
