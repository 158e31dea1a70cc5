package dev.prospector.agents.argument;

import java.text.Normalizer;
import java.util.Locale;

/** Texts in lower case and without accents, character for character, so that places stay. */
public final class Folded {

  private Folded() {}

  /** Returns a text of the same length, in lower case, without accents, with plain apostrophes. */
  public static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  /** Returns a text folded, with one space for any that stand between its words. */
  public static String onOneLine(String text) {
    return of(text).replaceAll("\\s+", " ").strip();
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c == '\u2019') {
      return '\'';
    }
    if (c == '\u00a0') {
      return ' ';
    }
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    String lower = parts.substring(0, 1).toLowerCase(Locale.ROOT);
    return lower.length() == 1 ? lower.charAt(0) : c;
  }
}
