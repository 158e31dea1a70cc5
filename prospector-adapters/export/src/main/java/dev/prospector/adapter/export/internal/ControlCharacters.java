package dev.prospector.adapter.export.internal;

/** Keeps characters that steer a terminal, or the direction of text, from doing so. */
public final class ControlCharacters {

  private static final char FIRST_PICTURE = '\u2400';
  private static final char PICTURE_OF_DELETE = '\u2421';
  private static final char REPLACEMENT = '\uFFFD';

  private ControlCharacters() {}

  /**
   * Returns JSON in which those that JSON allows as they are stand as escapes. It means the same,
   * and can be printed.
   */
  public static String escaped(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= 0x7f && steers(c)) {
        escaped.append("\\u").append(String.format("%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Returns a text in which each is a sign that is seen; one for one, so that offsets stay. */
  public static String pictured(String text) {
    StringBuilder pictured = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      pictured.append(steers(c) ? picture(c) : c);
    }
    return pictured.toString();
  }

  private static char picture(char c) {
    if (c < ' ') {
      return (char) (FIRST_PICTURE + c);
    }
    return c == 0x7f ? PICTURE_OF_DELETE : REPLACEMENT;
  }

  /** Tabs and line breaks steer nothing; marks of direction can make a text read as another. */
  private static boolean steers(char c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7f && c <= 0x9f;
    return control || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
  }
}
