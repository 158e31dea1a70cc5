package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.LineBuilder;

/** Text that can be kept as UTF-8 and read back unchanged. */
final class SafeText {

  private SafeText() {}

  /** Returns the text on one line, white space collapsed. */
  static String oneLine(String text) {
    LineBuilder line = new LineBuilder();
    line.append(text);
    return line.take();
  }

  /** Returns the text with every half of a surrogate pair that stands alone replaced. */
  static String wellFormed(StringBuilder text) {
    String whole = text.toString();
    return halves(whole) ? repair(text) : whole;
  }

  private static boolean halves(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String repair(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        text.setCharAt(i, '\ufffd');
      }
    }
    return text.toString();
  }
}
