package dev.prospector.agents.registration;

/** Written forms of numbers: what separates their groups and carries no meaning. */
final class Written {

  private static final int MOST_SEPARATORS = 16;

  private Written() {}

  /**
   * Returns the letters and digits in upper case without separators, or the empty string when
   * another character occurs or the text is longer than a number of that length can be written.
   */
  static String plain(CharSequence written, int length) {
    if (written.length() > length + MOST_SEPARATORS) {
      return "";
    }
    StringBuilder plain = new StringBuilder(length);
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= 'a' && c <= 'z') {
        plain.append((char) (c - 'a' + 'A'));
      } else if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '&' || c == 'Ñ') {
        plain.append(c);
      } else if (c == 'ñ') {
        plain.append('Ñ');
      } else if (!isSeparator(c)) {
        return "";
      }
    }
    return plain.toString();
  }

  static boolean isSeparator(char c) {
    return c == '.'
        || c == '/'
        || c == '-'
        || c == ','
        || Character.isWhitespace(c)
        || Character.getType(c) == Character.SPACE_SEPARATOR
        || Character.getType(c) == Character.DASH_PUNCTUATION;
  }
}
