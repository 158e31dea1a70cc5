package dev.prospector.agents.qualification;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a sentence names and what stands behind it does not: numbers, addresses, and words in
 * capitals within a sentence.
 */
final class Unbacked {

  private final Set<String> known = new HashSet<>();

  Unbacked(String behind) {
    words(behind).forEach(word -> known.add(folded(word)));
  }

  /** Returns the first word of a sentence that has nothing behind it. */
  Optional<String> in(String sentence) {
    boolean begins = true;
    for (String word : words(sentence)) {
      boolean named = holdsDigit(word) || !begins && Character.isUpperCase(word.codePointAt(0));
      if (named && !known.contains(folded(word))) {
        return Optional.of(word);
      }
      begins = word.endsWith(".");
    }
    return Optional.empty();
  }

  private static boolean holdsDigit(String word) {
    return word.codePoints().anyMatch(Character::isDigit);
  }

  /** Words keep what joins a number or an address; a full stop after one is left to it. */
  private static List<String> words(String text) {
    return List.of(text.split("[^\\p{L}\\p{M}\\p{N}.@%]+")).stream()
        .filter(word -> !word.isEmpty() && !word.equals("."))
        .toList();
  }

  private static String folded(String word) {
    String bare = word.replaceAll("^\\.{1,9}|\\.{1,9}$", "");
    return Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
