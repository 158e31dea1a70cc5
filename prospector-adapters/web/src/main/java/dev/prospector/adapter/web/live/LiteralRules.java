package dev.prospector.adapter.web.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A robots.txt read letter by letter: no escape of one means the same as another one's letter, as
 * large search engines read it. The longest pattern that fits decides, and of two the one that
 * allows.
 */
final class LiteralRules {

  private static final int MOST_RULES = 5_000;
  private static final int LONGEST = 2_000;

  private record Rule(boolean allows, String pattern) {}

  private final List<Rule> own = new ArrayList<>();
  private final List<Rule> everybodys = new ArrayList<>();
  private boolean hasOwn;

  private LiteralRules() {}

  static LiteralRules parse(byte[] content, String name) {
    LiteralRules rules = new LiteralRules();
    boolean inOwn = false;
    boolean inEverybodys = false;
    boolean begun = true;
    for (String line : text(content).split("\\r\\n|\\r|\\n")) {
      int hash = line.indexOf('#');
      String plain = hash < 0 ? line : line.substring(0, hash);
      int colon = plain.indexOf(':');
      String key = colon < 0 ? "" : plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = colon < 0 ? "" : plain.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        inOwn = !begun && inOwn || isNamed(value, name);
        inEverybodys = !begun && inEverybodys || isEverybody(value);
        begun = false;
        rules.hasOwn |= inOwn;
      } else if (key.equals("allow") || key.equals("disallow")) {
        begun = true;
        rules.add(inOwn, inEverybodys, key.equals("allow"), value);
      }
    }
    return rules;
  }

  private static String text(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isEverybody(String value) {
    return value.equals("*") || value.startsWith("* ") || value.startsWith("*\t");
  }

  /** A name is letters, {@code _} and {@code -}; what follows it is not part of it. */
  private static boolean isNamed(String value, String name) {
    int end = 0;
    while (end < value.length()
        && (Character.isLetter(value.charAt(end)) || "_-".indexOf(value.charAt(end)) >= 0)) {
      end++;
    }
    return end > 0 && value.substring(0, end).equalsIgnoreCase(name);
  }

  private void add(boolean toOwn, boolean toEverybodys, boolean allows, String value) {
    if (value.isEmpty()
        || value.length() > LONGEST
        || own.size() + everybodys.size() > MOST_RULES) {
      return;
    }
    Rule rule = new Rule(allows, escaped(value));
    if (toOwn) {
      own.add(rule);
    }
    if (toEverybodys) {
      everybodys.add(rule);
    }
  }

  private static String escaped(String pattern) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : pattern.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        escaped.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      } else {
        escaped.append((char) b);
      }
    }
    return upperEscapes(escaped);
  }

  private static String upperEscapes(StringBuilder text) {
    for (int i = 0; i + 2 < text.length(); i++) {
      if (text.charAt(i) == '%') {
        text.setCharAt(i + 1, Character.toUpperCase(text.charAt(i + 1)));
        text.setCharAt(i + 2, Character.toUpperCase(text.charAt(i + 2)));
      }
    }
    return text.toString();
  }

  boolean allows(String path) {
    int longest = -1;
    boolean allows = true;
    for (Rule rule : hasOwn ? own : everybodys) {
      int length = rule.pattern().length();
      boolean decides = length > longest || length == longest && rule.allows() && !allows;
      if (decides && fits(rule.pattern(), path)) {
        longest = length;
        allows = rule.allows();
      }
    }
    return allows;
  }

  /** {@code *} stands for any letters, and {@code $} at the end for the end. */
  private static boolean fits(String pattern, String path) {
    boolean whole = pattern.endsWith("$");
    String[] parts =
        (whole ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = whole && i == parts.length - 1;
      int found = last ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
      if (found < at || !path.startsWith(parts[i], found)) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !whole || at == path.length();
  }
}
