package dev.prospector.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text in a form in which spellings of one name are equal, each with its place.
 *
 * @param words in order
 */
record FoldedWords(List<Word> words) {

  /** A word, and where it stands in UTF-16 units. */
  record Word(String folded, int start, int end) {}

  static FoldedWords of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      boolean inside = isInside(letter);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(word(text, start, i));
        start = -1;
      }
      i += Character.charCount(letter);
    }
    if (start >= 0) {
      words.add(word(text, start, text.length()));
    }
    return new FoldedWords(words);
  }

  private static boolean isInside(int letter) {
    int type = Character.getType(letter);
    return Character.isLetterOrDigit(letter)
        || type == Character.NON_SPACING_MARK
        || letter == '\''
        || letter == '\u2019';
  }

  private static Word word(String text, int start, int end) {
    return new Word(fold(text.substring(start, end)), start, end);
  }

  /** Returns a text without accents, in small letters. */
  static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }
}
