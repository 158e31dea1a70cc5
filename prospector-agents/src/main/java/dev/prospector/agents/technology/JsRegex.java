package dev.prospector.agents.technology;

import java.util.regex.Pattern;

/**
 * Translates regular expressions of JavaScript, as fingerprints are written, into Java's. They
 * differ in what is escaped by an unneeded backslash, and inside character classes.
 */
final class JsRegex {

  private static final String JS_ESCAPES = "dDwWsSbBnrtfv0cxuk";

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private JsRegex(String source) {
    this.source = source;
  }

  /** Compiles without regard to case, as all fingerprints are meant. */
  static Pattern compile(String source) {
    return Pattern.compile(new JsRegex(source).translate(), Pattern.CASE_INSENSITIVE);
  }

  private String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(false);
      } else if (c == '[') {
        characterClass();
      } else if (c == '{' && !isQuantifier()) {
        out.append("\\{");
        at++;
      } else if (c == '}' && out.lastIndexOf("{") < out.lastIndexOf("}")) {
        out.append("\\}");
        at++;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private void escape(boolean inClass) {
    char next = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
    boolean letter = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    if (inClass && next == 'b') {
      out.append("\\x08");
    } else if (letter && JS_ESCAPES.indexOf(next) < 0 || next == '_') {
      out.append(next);
    } else if (next == '0') {
      out.append("\\x00");
    } else {
      out.append('\\').append(next);
    }
    at += 2;
  }

  private void characterClass() {
    boolean negated = source.startsWith("[^", at);
    at += negated ? 2 : 1;
    if (at < source.length() && source.charAt(at) == ']') {
      // JavaScript: an empty class matches nothing, a negated empty class everything.
      out.append(negated ? "[\\s\\S]" : "(?!)");
      at++;
      return;
    }
    out.append(negated ? "[^" : "[");
    while (at < source.length() && source.charAt(at) != ']') {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(true);
      } else {
        out.append(c == '[' || c == '&' || c == '^' ? "\\" : "").append(c);
        at++;
      }
    }
    out.append(']');
    at++;
  }

  private boolean isQuantifier() {
    int end = source.indexOf('}', at);
    return at > 0
        && end > at + 1
        && Character.isDigit(source.charAt(at + 1))
        && source.substring(at + 1, end).chars().allMatch(c -> c >= '0' && c <= '9' || c == ',');
  }
}
