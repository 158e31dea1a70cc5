package dev.prospector.evidence.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a code of letters and digits as a whole, with any separators between them: what is joined
 * to it makes it another code, and so do further groups after a space where its own groups stand
 * apart by spaces.
 */
final class CodeReader {

  private static final int SHORTEST = 4;
  private static final String SEPARATORS = "[\\s./\\-\u2010-\u2015]";

  private CodeReader() {}

  static boolean holds(String value, String quote) {
    String code = alphanumeric(value);
    if (code.length() < SHORTEST) {
      return false;
    }
    Matcher matcher = pattern(code).matcher(quote);
    while (matcher.find()) {
      String written = matcher.group();
      boolean apart = written.chars().anyMatch(c -> "./-".indexOf(c) >= 0) || isOnePiece(written);
      if (endsBefore(quote, matcher.start(), apart) && endsAfter(quote, matcher.end(), apart)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnePiece(String written) {
    return written.chars().noneMatch(Character::isWhitespace);
  }

  private static boolean endsBefore(String quote, int start, boolean apart) {
    int i = start;
    while (i > 0 && isSeparator(quote.charAt(i - 1))) {
      i--;
    }
    if (i == 0 || !Character.isLetterOrDigit(quote.charAt(i - 1))) {
      return true;
    }
    String between = quote.substring(i, start);
    int from = i;
    while (from > 0 && Character.isLetterOrDigit(quote.charAt(from - 1))) {
      from--;
    }
    return isBoundary(between, quote.substring(from, i), apart);
  }

  private static boolean endsAfter(String quote, int end, boolean apart) {
    int i = end;
    while (i < quote.length() && isSeparator(quote.charAt(i))) {
      i++;
    }
    if (i == quote.length() || !Character.isLetterOrDigit(quote.charAt(i))) {
      return true;
    }
    int to = i;
    while (to < quote.length() && Character.isLetterOrDigit(quote.charAt(to))) {
      to++;
    }
    return isBoundary(quote.substring(end, i), quote.substring(i, to), apart);
  }

  /** White space ends a code, unless the next word could be one more group of it. */
  private static boolean isBoundary(String between, String word, boolean apart) {
    boolean spaced = between.chars().anyMatch(Character::isWhitespace);
    boolean sentence = between.startsWith(".") && between.length() > 1;
    return spaced && (apart || sentence || word.chars().noneMatch(Character::isDigit));
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c) || "./-".indexOf(c) >= 0 || c >= '\u2010' && c <= '\u2015';
  }

  private static Pattern pattern(String code) {
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      spaced.append(i == 0 ? "" : SEPARATORS + "{0,3}+").append(code.charAt(i));
    }
    return Pattern.compile(spaced.toString(), Pattern.CASE_INSENSITIVE);
  }

  private static String alphanumeric(String value) {
    StringBuilder code = new StringBuilder(value.length());
    value
        .chars()
        .filter(c -> c < 128 && Character.isLetterOrDigit(c))
        .forEach(c -> code.append((char) c));
    return code.toString();
  }
}
