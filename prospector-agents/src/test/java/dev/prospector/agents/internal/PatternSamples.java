package dev.prospector.agents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Writes texts that an expression matches, or begins to match, from the expression's own source.
 * What an assertion demands behind a place is written there; what it demands ahead is left out.
 */
final class PatternSamples {

  private static final String ALPHABET =
      "aRx7 .,-_@/:(\t\n'\u00e9\u00c9\u0301&+|A0#%;>]\u2013\u00a0\u00a9\u2022eE~*\"\u4e00Z{}=<[?!\\";

  private final String source;
  private final Random random;
  private int at;

  private PatternSamples(String source, Random random) {
    this.source = source;
    this.random = random;
  }

  /** Returns one text for a seed; different seeds take different choices. */
  static String of(String source, long seed) {
    PatternSamples samples = new PatternSamples(source, new Random(seed));
    return samples.alternatives();
  }

  private String alternatives() {
    List<String> choices = new ArrayList<>();
    choices.add(sequence());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      choices.add(sequence());
    }
    return choices.get(random.nextInt(choices.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      int start = at;
      String atom = atom();
      int end = at;
      int times = times();
      for (int i = 0; i < times; i++) {
        int after = at;
        text.append(i == 0 ? atom : again(start, end));
        at = after;
      }
    }
    return text.toString();
  }

  /** Reads an atom once more, so that its choices may differ. */
  private String again(int start, int end) {
    at = start;
    String atom = atom();
    if (at != end) {
      throw new IllegalStateException(source);
    }
    return atom;
  }

  private int times() {
    if (at >= source.length()) {
      return 1;
    }
    int least = 1;
    int most = 1;
    switch (source.charAt(at)) {
      case '?' -> least = 0;
      case '*' -> {
        least = 0;
        most = 12;
      }
      case '+' -> most = 12;
      case '{' -> {
        int close = source.indexOf('}', at);
        String[] bounds = source.substring(at + 1, close).split(",", -1);
        least = Integer.parseInt(bounds[0]);
        most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + 12 : number(bounds[1]);
        at = close;
      }
      default -> {
        return 1;
      }
    }
    at++;
    if (at < source.length() && (source.charAt(at) == '?' || source.charAt(at) == '+')) {
      at++;
    }
    int bounded = Math.min(most, least + 12);
    return random.nextBoolean() ? bounded : least + random.nextInt(bounded - least + 1);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private String atom() {
    char c = source.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf(bracketed());
      case '\\' -> escape();
      case '.' -> oneOf(literal("."));
      case '^', '$' -> literal("");
      default -> literal(String.valueOf(c));
    };
  }

  private String literal(String text) {
    at++;
    return text;
  }

  private String group() {
    at++;
    boolean ahead = false;
    if (source.charAt(at) == '?') {
      at++;
      ahead = source.startsWith("=", at) || source.startsWith("!", at);
      boolean notBehind = source.startsWith("<!", at);
      ahead |= notBehind;
      if (!skipFlags()) {
        return "";
      }
    }
    String text = alternatives();
    at++; // the closing bracket
    return ahead ? "" : text;
  }

  /** Moves behind what follows a question mark; says whether a group's content follows. */
  private boolean skipFlags() {
    if (source.startsWith("<=", at) || source.startsWith("<!", at)) {
      at += 2;
      return true;
    }
    if (source.charAt(at) == '<') {
      at = source.indexOf('>', at) + 1;
      return true;
    }
    if ("=!:>".indexOf(source.charAt(at)) >= 0) {
      at++;
      return true;
    }
    while (source.charAt(at) != ':' && source.charAt(at) != ')') {
      at++;
    }
    at++;
    return source.charAt(at - 1) == ':';
  }

  private String escape() {
    char kind = source.charAt(at + 1);
    int start = at;
    at += 2;
    if (kind == 'p' || kind == 'P') {
      at = source.charAt(at) == '{' ? source.indexOf('}', at) + 1 : at + 1;
      return oneOf(source.substring(start, at));
    }
    if (kind == 'u' || kind == 'x') {
      at += kind == 'u' ? 4 : 2;
      return oneOf(source.substring(start, at));
    }
    if (kind == 'Q') {
      int end = source.indexOf("\\E", at);
      String quoted = source.substring(at, end);
      at = end + 2;
      return quoted;
    }
    if ("bBGAzZ".indexOf(kind) >= 0 || Character.isDigit(kind)) {
      return "";
    }
    return "dDwWsShHvVR".indexOf(kind) >= 0
        ? oneOf(source.substring(start, at))
        : switch (kind) {
          case 't' -> "\t";
          case 'n' -> "\n";
          case 'r' -> "\r";
          case 'f' -> "\f";
          default -> String.valueOf(kind);
        };
  }

  private String bracketed() {
    int start = at;
    int depth = 0;
    do {
      char c = source.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
      at++;
    } while (depth > 0);
    return source.substring(start, at);
  }

  /** Returns a character that a class of characters has. */
  private String oneOf(String characters) {
    Pattern one = Pattern.compile(characters, Pattern.UNICODE_CASE);
    List<String> fitting = new ArrayList<>();
    ALPHABET
        .codePoints()
        .mapToObj(Character::toString)
        .filter(one.asMatchPredicate())
        .forEach(fitting::add);
    for (int c = 0; fitting.isEmpty() && c < 0x3000; c++) {
      if (one.matcher(Character.toString(c)).matches()) {
        fitting.add(Character.toString(c));
      }
    }
    return fitting.isEmpty() ? "" : fitting.get(random.nextInt(Math.min(4, fitting.size())));
  }
}
