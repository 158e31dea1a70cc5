package dev.prospector.agents.contact.email;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The characters of an e-mail address beyond ASCII (RFC 6531, 6532). */
final class EmailText {

  private static final String ATOM_SIGNS = "!#$%&'*+/=?^_`{|}~-";

  private EmailText() {}

  /** Returns the text in the composed form that RFC 6532 (3.1) asks for. */
  static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns the length of the longer of the address's forms: as written, and with ASCII domain. */
  static int octets(String local, String domain) {
    int written = utf8Length(domain);
    int ascii = EmailDomain.ascii(domain).map(String::length).orElse(written);
    return utf8Length(local) + 1 + Math.max(written, ascii);
  }

  /**
   * Tells whether a local part is a dot-atom whose atoms may hold visible characters of Unicode.
   */
  static boolean isInternational(String local) {
    int previous = '.';
    for (int i = 0; i < local.length(); i += Character.charCount(previous)) {
      int c = local.codePointAt(i);
      boolean dot = c == '.';
      if (dot && previous == '.' || !dot && !isAtom(c) || i == 0 && isMark(c)) {
        return false;
      }
      previous = c;
    }
    return previous != '.';
  }

  private static boolean isAtom(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || ATOM_SIGNS.indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
