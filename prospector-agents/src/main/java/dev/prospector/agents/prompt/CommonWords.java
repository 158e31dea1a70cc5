package dev.prospector.agents.prompt;

import dev.prospector.agents.argument.Folded;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a sentence speaks of the words that it rests on at all: it has one longer word, or
 * number, of the same beginning in common with them. Relatives in Portuguese, Spanish and English
 * often begin alike, so that a translation passes too.
 */
final class CommonWords {

  private static final int LONGER = 5;
  private static final int BEGINNING = 4;

  private CommonWords() {}

  static boolean in(String sentence, String quote) {
    String plain = Folded.of(sentence).toLowerCase(Locale.ROOT).strip();
    if (Folded.of(quote).toLowerCase(Locale.ROOT).contains(plain)) {
      return true;
    }
    Set<String> common = beginnings(sentence);
    common.retainAll(beginnings(quote));
    return !common.isEmpty();
  }

  private static Set<String> beginnings(String text) {
    Set<String> beginnings = new HashSet<>();
    for (String word : Folded.of(text).split("[^\\p{L}\\p{N}]+")) {
      boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
      if (number) {
        beginnings.add(word);
      } else if (word.length() >= LONGER) {
        beginnings.add(word.substring(0, BEGINNING));
      }
    }
    return beginnings;
  }
}
