package dev.prospector.agents.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the JSON values in what a model said: without its thoughts, in a fence or among prose. */
final class FindJson {

  /** No answer has more values to choose from. */
  private static final int MOST = 50;

  private static final List<String[]> THOUGHTS =
      List.of(
          new String[] {"<think>", "</think>"},
          new String[] {"<thinking>", "</thinking>"},
          new String[] {"<reasoning>", "</reasoning>"},
          new String[] {"<|channel|>analysis", "<|channel|>final"});

  private FindJson() {}

  /** Thoughts that have no end: nothing was answered. */
  static final class Unended extends Exception {
    private static final long serialVersionUID = 1;

    Unended() {
      super("", null, false, false);
    }
  }

  /** Returns the values on top level, in order; those inside others are not among them. */
  static List<LenientJson.Read> in(String said) throws Unended {
    String text = withoutThoughts(said);
    List<LenientJson.Read> found = new ArrayList<>();
    int at = next(text, 0);
    while (at >= 0 && found.size() < MOST) {
      LenientJson.Tried tried = LenientJson.at(text, at);
      tried.read().ifPresent(found::add);
      at = next(text, tried.end()); // What was read once is not read again: one pass.
    }
    return found;
  }

  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '{' || letter == '[') {
        return i;
      }
    }
    return -1;
  }

  private static String withoutThoughts(String said) throws Unended {
    String text = said;
    for (String[] marks : THOUGHTS) {
      String small = text.toLowerCase(Locale.ROOT);
      StringBuilder rest = new StringBuilder();
      int from = 0;
      for (int start = small.indexOf(marks[0]); start >= 0; start = small.indexOf(marks[0], from)) {
        int end = small.indexOf(marks[1], start + marks[0].length());
        if (inside(text, start)) {
          break;
        }
        if (end < 0) {
          throw new Unended();
        }
        rest.append(text, from, start);
        from = end + marks[1].length();
      }
      text = rest.append(text.substring(from)).toString();
    }
    return text;
  }

  /** What stands in a value that has begun is the value's, not the model's thought. */
  private static boolean inside(String text, int at) {
    int open = next(text, 0);
    return open >= 0
        && open < at
        && LenientJson.at(text, open).read().filter(read -> read.end() > at).isPresent();
  }
}
