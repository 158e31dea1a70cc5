package dev.prospector.evidence;

import java.util.Objects;

/**
 * A stretch of one snapshot's text, by Java string index.
 *
 * @param snapshot the text
 * @param start index of its first character, inclusive
 * @param end index after its last character; greater than {@code start}
 * @param placement what part of the source the stretch belongs to
 */
public record Passage(Snapshot snapshot, int start, int end, Placement placement) {

  /** Checks that the passage is not empty and lies within the text. */
  public Passage {
    Objects.requireNonNull(placement);
    Objects.checkFromToIndex(start, end, snapshot.text().length());
    if (start == end) {
      throw new IllegalArgumentException("an empty passage of " + snapshot + " at " + start);
    }
  }

  /**
   * Makes a passage of which only the kind of source is known: running text of a page, a field of a
   * row or document, mark-up of a response.
   */
  public Passage(Snapshot snapshot, int start, int end) {
    this(snapshot, start, end, usual(snapshot.kind()));
  }

  private static Placement usual(Snapshot.Kind kind) {
    return switch (kind) {
      case PAGE -> Placement.MAIN;
      case RESPONSE -> Placement.MARKUP;
      case ROW, DOCUMENT -> Placement.FIELD;
    };
  }

  /** Returns the characters of the passage. */
  public String quote() {
    return snapshot.text().substring(start, end);
  }

  /** Returns whether no word and no number is cut at either end. */
  boolean isWhole() {
    String text = snapshot.text();
    return !(joins(text, start - 1) && joins(text, start) || splitsNumber(text, start))
        && !(joins(text, end - 1) && joins(text, end) || splitsNumber(text, end));
  }

  private static boolean joins(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  /** "1" is cut off from "1.500" although a point stands between, and so is "500". */
  private static boolean splitsNumber(String text, int cut) {
    return digit(text, cut - 1) && point(text, cut) && digit(text, cut + 1)
        || digit(text, cut - 2) && point(text, cut - 1) && digit(text, cut);
  }

  private static boolean digit(String text, int index) {
    return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
  }

  private static boolean point(String text, int index) {
    return index >= 0 && index < text.length() && ".,".indexOf(text.charAt(index)) >= 0;
  }

  Span span() {
    String text = snapshot.text();
    int first = text.codePointCount(0, start);
    return new Span(first, first + text.codePointCount(start, end));
  }
}
