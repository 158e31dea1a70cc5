package dev.prospector.agents.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Which characters a domain name may hold and what they are mapped to (UTS #46 sections 4 to 7).
 */
final class CodePoints {

  private static final String DOTS = "\u3002\uFF0E\uFF61";
  private static final String DEVIATIONS = "\u00DF\u03C2\u200C\u200D";

  private CodePoints() {}

  /** Appends what the character is mapped to; returns false when it is not allowed. */
  static boolean map(int c, StringBuilder out) {
    if (c < 128) {
      out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
      return true;
    }
    if (DOTS.indexOf(c) >= 0) {
      out.append('.');
      return true;
    }
    if (isIgnored(c)) {
      return true;
    }
    String mapped = fold(c);
    out.append(mapped);
    return mapped.indexOf('.') < 0 && mapped.codePoints().allMatch(CodePoints::isAllowed);
  }

  /** Returns whether the character may stand in a label as it is. */
  static boolean isValid(int c) {
    boolean stable = c < 128 ? c < 'A' || c > 'Z' : fold(c).equals(Character.toString(c));
    return stable && !isIgnored(c) && isAllowed(c);
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static String fold(int c) {
    if (DEVIATIONS.indexOf(c) >= 0) {
      return Character.toString(c);
    }
    if (c == 0x1E9E) {
      return "\u00DF";
    }
    return compatible(lower(compatible(lower(Character.toString(c)))));
  }

  private static String lower(String text) {
    // Case folding differs from lower case for iota subscripts and Cherokee.
    int c = text.codePointAt(0);
    if (c == 0x0345 || c >= 0x1F80 && c <= 0x1FFC) {
      return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
    }
    boolean cherokee = c >= 0x13A0 && c <= 0x13FD || c >= 0xAB70 && c <= 0xABBF;
    return cherokee ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Form.NFKC);
  }

  private static boolean isIgnored(int c) {
    return c == 0x00AD
        || c == 0x034F
        || c >= 0x180B && c <= 0x180F
        || c == 0x200B
        || c >= 0x2060 && c <= 0x2064
        || c >= 0x206A && c <= 0x206F
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xFEFF
        || c >= 0x1BCA0 && c <= 0x1BCA3
        || c >= 0xE0100 && c <= 0xE01EF;
  }

  private static boolean isAllowed(int c) {
    if (c < 128 || DEVIATIONS.indexOf(c) >= 0) {
      return true;
    }
    boolean replacement = c == 0xFFFC || c == 0xFFFD;
    boolean description = c >= 0x2FF0 && c <= 0x2FFF || c == 0x31EF;
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !replacement && !description;
    };
  }
}
