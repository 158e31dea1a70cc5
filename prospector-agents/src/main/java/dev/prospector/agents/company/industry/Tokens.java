package dev.prospector.agents.company.industry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words of folded letters: lower case, without accents, same offsets. */
final class Tokens {

  private static final int FOLDED = 0x250;
  private static final int LONGEST = 40;
  private static final char[] FOLD = new char[FOLDED];

  static {
    for (char c = 0; c < FOLDED; c++) {
      String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      FOLD[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(base.charAt(0)) : ' ';
    }
  }

  private Tokens() {}

  /** Returns the words of at least two characters; numbers and overlong strings are left out. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 6 + 1);
    int stretch = 0;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (wordPart(c)) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0) {
        add(tokens, text, start, i, stretch);
        start = -1;
      }
      stretch += divides(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ') ? 1 : 0;
    }
    return tokens;
  }

  /** Returns the words alone. */
  static List<String> words(String text) {
    return of(text).stream().map(Token::word).toList();
  }

  private static void add(List<Token> tokens, String text, int start, int end, int stretch) {
    if (end - start < 2 || end - start > LONGEST) {
      return;
    }
    char[] folded = new char[end - start];
    boolean letters = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      folded[i - start] = c < FOLDED ? FOLD[c] : Character.toLowerCase(c);
      letters |= c > '9';
    }
    if (letters) {
      tokens.add(new Token(new String(folded), start, end, stretch));
    }
  }

  private static boolean wordPart(char c) {
    return c < FOLDED ? FOLD[c] != ' ' : Character.isLetterOrDigit(c);
  }

  private static boolean divides(char c, char next) {
    return switch (c) {
      case ';', '!', '?', '\n', '\t', '|', '•' -> true;
      case '.' -> Character.isWhitespace(next);
      default -> false;
    };
  }
}
