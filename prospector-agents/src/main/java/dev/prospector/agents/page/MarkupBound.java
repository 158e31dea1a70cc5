package dev.prospector.agents.page;

import java.util.Locale;
import java.util.Set;

/**
 * Tells from a page's source, without building its tree, whether that would be out of all
 * proportion. Reads each character once.
 */
final class MarkupBound {

  /** The largest real pages have a tenth of this. */
  private static final int MOST_ELEMENTS = 100_000;

  /** A parser opens so many of the unclosed formatting elements again in each new block. */
  private static final int MOST_REOPENED = 12;

  private static final int LONGEST_NAME = 20;
  private static final Set<String> FORMATTING =
      Set.of(
          "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
          "tt", "u");
  private static final Set<String> RAW_TEXT = Set.of("script", "style", "textarea", "title");

  private final String html;
  private int elements;
  private int unclosed;
  private int at;

  private MarkupBound(String html) {
    this.html = html;
  }

  /** Returns whether the tree would stay within bounds. */
  static boolean holds(String html) {
    return new MarkupBound(html).read();
  }

  private boolean read() {
    at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length() && elements <= MOST_ELEMENTS) {
      char next = html.charAt(at + 1);
      if (html.startsWith("!--", at + 1)) {
        at = html.indexOf("-->", at + 4);
      } else if (next == '/') {
        close(name(at + 2));
      } else if (letter(next)) {
        open(name(at + 1));
      }
      at = at < 0 ? -1 : html.indexOf('<', at + 1);
    }
    return elements <= MOST_ELEMENTS;
  }

  private void open(String name) {
    elements += 1 + Math.min(MOST_REOPENED, unclosed);
    if (FORMATTING.contains(name)) {
      unclosed++;
    } else if (RAW_TEXT.contains(name)) {
      at = html.indexOf("</" + name, at); // Written in other letters, it is read as mark-up.
    }
  }

  private void close(String name) {
    if (FORMATTING.contains(name)) {
      unclosed = Math.max(0, unclosed - 1);
    }
  }

  private String name(int start) {
    int end = start;
    while (end < html.length() && end - start < LONGEST_NAME && letter(html.charAt(end))) {
      end++;
    }
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
