package dev.prospector.agents.signal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Phrases that are found in passages regardless of case and accents, in one pass over the words. A
 * star in a phrase stands for up to six words of the same clause.
 */
final class Phrases {

  private static final int MOST_BETWEEN = 6;
  private static final String GAP = "*";

  /** Stands for a sign that parts clauses; no phrase holds it. */
  private static final String SIGN = ".";

  private final Map<String, List<List<String>>> byFirst = new HashMap<>();

  Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      List<String> words = List.of(phrase.split(" "));
      byFirst.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(words);
    }
  }

  /** Returns whether one of the phrases occurs among the words of a passage. */
  boolean occurIn(List<String> words) {
    return at(words).isPresent();
  }

  /** Returns where the first of the phrases begins among the words of a passage. */
  OptionalInt at(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      for (List<String> phrase : byFirst.getOrDefault(words.get(i), List.of())) {
        if (follows(phrase, 1, words, i + 1)) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }

  private static boolean follows(List<String> phrase, int part, List<String> words, int at) {
    if (part == phrase.size()) {
      return true;
    }
    if (!phrase.get(part).equals(GAP)) {
      boolean here = at < words.size() && words.get(at).equals(phrase.get(part));
      return here && follows(phrase, part + 1, words, at + 1);
    }
    for (int i = at; i <= at + MOST_BETWEEN && i < words.size(); i++) {
      if (follows(phrase, part + 1, words, i)) {
        return true;
      }
      if (words.get(i).equals(SIGN)) {
        return false;
      }
    }
    return false;
  }

  /** Returns the words of a passage in lower case and without accents, with signs between them. */
  static List<String> words(String passage) {
    String bare = Normalizer.normalize(passage, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (Character.isLetterOrDigit(c) || "'’-".indexOf(c) >= 0) {
        word.append(c == '’' ? '\'' : c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        end(word, words);
        if (".!?;:".indexOf(c) >= 0) {
          words.add(SIGN);
        }
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
