package dev.prospector.agents.relevance;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into sentences and lines of up to 300 characters, each with its place. */
public final class Passages {

  private static final int LONGEST = 300;

  /** A cut of a long sentence is made at the last space after so many characters. */
  private static final int SHORTEST_CUT = 200;

  /** A full stop after so few letters is taken for an abbreviation's or an initial's. */
  private static final int ABBREVIATION = 3;

  private Passages() {}

  /**
   * Returns the passages in the order of the text, without white space around them. A line break
   * always ends a passage; so do {@code . ! ?} before white space, except after short words such as
   * {@code Ltd.} that no capital follows, and after initials. Together the passages cover every
   * character of the text but white space.
   */
  public static List<TextPassage> of(String text) {
    List<TextPassage> passages = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        addCut(passages, text, start, i);
        start = i + 1;
      } else if (endsSentence(text, start, i)) {
        addCut(passages, text, start, i + 1);
        start = i + 1;
      }
    }
    addCut(passages, text, start, text.length());
    return List.copyOf(passages);
  }

  private static boolean endsSentence(String text, int start, int at) {
    char c = text.charAt(at);
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    if (at + 1 == text.length() || !Character.isWhitespace(text.charAt(at + 1))) {
      return false;
    }
    if (c != '.') {
      return true;
    }
    int letters = 0;
    while (at - letters > start && Character.isLetter(text.charAt(at - letters - 1))) {
      letters++;
    }
    return letters == 0 || letters > ABBREVIATION || letters > 1 && beginsSentence(text, at + 1);
  }

  private static boolean beginsSentence(String text, int from) {
    int limit = Math.min(text.length(), from + 4);
    for (int i = from; i < limit; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return Character.isUpperCase(text.charAt(i));
      }
    }
    return false;
  }

  private static void addCut(List<TextPassage> passages, String text, int from, int to) {
    int start = from;
    while (to - start > LONGEST) {
      int cut = start + LONGEST;
      while (cut > start + SHORTEST_CUT && !Character.isWhitespace(text.charAt(cut))) {
        cut--;
      }
      if (Character.isLowSurrogate(text.charAt(cut))) {
        cut++;
      }
      addStripped(passages, text, start, cut);
      start = cut;
    }
    addStripped(passages, text, start, to);
  }

  private static void addStripped(List<TextPassage> passages, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      passages.add(new TextPassage(start, end));
    }
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
