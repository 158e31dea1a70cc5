package dev.prospector.agents.contact.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words of letters, of which one apostrophe may stand within. */
final class Words {

  private Words() {}

  /** Returns the start and the end of each word. */
  static List<int[]> of(String text) {
    List<int[]> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (Character.isLetter(point)) {
        int end = end(text, at);
        words.add(new int[] {at, end});
        at = end;
      } else {
        at += Character.charCount(point);
      }
    }
    return words;
  }

  private static int end(String text, int start) {
    int end = run(text, start, true);
    boolean apostrophe = end < text.length() && "'’".indexOf(text.charAt(end)) >= 0;
    int after = apostrophe ? run(text, end + 1, false) : end;
    return after > end + 1 ? after : end;
  }

  private static int run(String text, int start, boolean withMarks) {
    int end = start;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (!Character.isLetter(point) && !(withMarks && isMark(point))) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
