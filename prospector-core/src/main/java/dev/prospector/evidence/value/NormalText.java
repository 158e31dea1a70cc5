package dev.prospector.evidence.value;

import java.text.Normalizer;

/**
 * A text in the form in which quotes are compared, with the way back to the original: compatibility
 * composition (NFKC, Unicode Standard Annex 15), every run of white space as one space, every
 * hyphen and dash as {@code -}, every quotation mark as {@code '} or {@code "}, and no soft hyphens
 * or zero-width characters.
 */
public final class NormalText {

  private final String text;
  private final int[] origin;

  private NormalText(String text, int[] origin) {
    this.text = text;
    this.origin = origin;
  }

  public static NormalText of(String original) {
    StringBuilder normal = new StringBuilder(original.length());
    int[] origin = new int[original.length() + 16];
    int i = 0;
    while (i < original.length()) {
      int end = clusterEnd(original, i);
      String unit = unit(original.substring(i, end));
      for (int k = 0; k < unit.length(); k++) {
        boolean secondSpace =
            unit.charAt(k) == ' '
                && normal.length() > 0
                && normal.charAt(normal.length() - 1) == ' ';
        if (!secondSpace) {
          origin = ensure(origin, normal.length() + 2);
          origin[normal.length()] = i;
          normal.append(unit.charAt(k));
        }
      }
      i = end;
    }
    origin = ensure(origin, normal.length() + 1);
    origin[normal.length()] = original.length();
    return new NormalText(normal.toString(), origin);
  }

  public String text() {
    return text;
  }

  /** Returns the index in the original of the character that stands at this index here. */
  public int origin(int index) {
    return origin[index];
  }

  /** A base character with the marks that compose with it. */
  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int c) {
    if (c <= 0x2ff) {
      return false;
    }
    int type = Character.getType(c);
    // Vowels and finals of decomposed Korean compose with the consonant before them.
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c >= 0x1160 && c <= 0x11ff;
  }

  private static String unit(String cluster) {
    if (cluster.length() == 1 && cluster.charAt(0) < 0x80) {
      char c = cluster.charAt(0);
      return c <= ' ' ? " " : c == '`' ? "'" : cluster;
    }
    String composed = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
    StringBuilder unit = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      append(unit, composed.charAt(i));
    }
    return unit.toString();
  }

  private static void append(StringBuilder unit, char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      unit.append(' ');
    } else if (c == '\u2212' || Character.getType(c) == Character.DASH_PUNCTUATION) {
      unit.append('-');
    } else if ("\u2018\u2019\u201a\u201b\u2032\u00b4`".indexOf(c) >= 0) {
      unit.append('\'');
    } else if ("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb".indexOf(c) >= 0) {
      unit.append('"');
    } else if ("\u00ad\u200b\u200c\u200d\u2060\ufeff".indexOf(c) < 0) {
      unit.append(c);
    }
  }

  private static int[] ensure(int[] array, int length) {
    return array.length >= length ? array : java.util.Arrays.copyOf(array, length * 2);
  }
}
