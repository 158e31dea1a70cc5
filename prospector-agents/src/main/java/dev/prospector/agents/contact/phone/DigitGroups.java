package dev.prospector.agents.contact.phone;

import java.util.ArrayList;
import java.util.List;

/** The runs of digits of a text, and what stands between them. */
final class DigitGroups {

  private record Group(int start, int end) {}

  private final String text;
  private final List<Group> groups = new ArrayList<>();

  DigitGroups(String text) {
    this.text = text;
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
      if (i > start) {
        groups.add(new Group(start, i));
      } else {
        i++;
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int size() {
    return groups.size();
  }

  String digits(int index) {
    return text.substring(start(index), end(index));
  }

  int length(int index) {
    return end(index) - start(index);
  }

  int start(int index) {
    return groups.get(index).start();
  }

  int end(int index) {
    return groups.get(index).end();
  }

  /** Returns what stands between a group and the one before it. */
  String before(int index) {
    return text.substring(index == 0 ? 0 : end(index - 1), start(index));
  }

  /** Tells whether a group may belong to one number with the group before it. */
  boolean joined(int index) {
    String between = before(index);
    return index > 0 && between.length() <= 4 && between.chars().allMatch(DigitGroups::isJoint);
  }

  private static boolean isJoint(int c) {
    return c == ' ' || c == '.' || c == '-' || c == '\u00a0' || c == '\u2013' || c == '\u2011';
  }
}
