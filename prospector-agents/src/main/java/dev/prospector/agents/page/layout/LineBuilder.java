package dev.prospector.agents.page.layout;

/** Collects the text of one line, white space collapsed and invisible characters left out. */
public final class LineBuilder {

  private final StringBuilder text = new StringBuilder();
  private boolean pendingSpace;
  private int boundaries;
  private int linkDepth;
  private int linkChars;

  void openLink() {
    linkDepth++;
  }

  void closeLink() {
    linkDepth = Math.max(0, linkDepth - 1);
  }

  void space() {
    pendingSpace = true;
  }

  /** An inline element begins or ends: what touches there may still be two things. */
  void boundary() {
    boundaries++;
  }

  /** Begins the next cell of a table row. */
  void cell() {
    if (text.length() > 0) {
      text.append('\t');
    }
    pendingSpace = false;
  }

  public void append(String part) {
    int before = text.length();
    if (boundaries > 0 && !part.isEmpty()) {
      pendingSpace |= !pendingSpace && Glue.parts(text, part, boundaries > 1);
      boundaries = 0;
    }
    for (int i = 0; i < part.length(); i++) {
      append(part.charAt(i));
    }
    if (linkDepth > 0) {
      linkChars += text.length() - before;
    }
  }

  private void append(char c) {
    if (blank(c)) {
      pendingSpace = true;
    } else if (!invisible(c)) {
      if (pendingSpace && text.length() > 0 && text.charAt(text.length() - 1) != '\t') {
        text.append(' ');
      }
      pendingSpace = false;
      text.append(c);
    }
  }

  private static boolean blank(char c) {
    return c <= ' '
        || (c >= 0x7f && (c <= 0xa0 || Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /** Soft hyphens, zero-width spaces, byte order marks and marks of writing direction. */
  private static boolean invisible(char c) {
    return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0x200e || c == 0x200f;
  }

  /** Returns the line's text, and begins a new line. */
  public String take() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    String taken = text.substring(0, end);
    text.setLength(0);
    boundaries = 0;
    pendingSpace = false;
    return taken;
  }

  /** Returns how many characters taken with the last line were link text. */
  int takeLinkChars() {
    int taken = linkChars;
    linkChars = 0;
    return taken;
  }
}
