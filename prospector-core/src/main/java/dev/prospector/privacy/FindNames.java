package dev.prospector.privacy;

import dev.prospector.privacy.FindPersonalData.Found;
import dev.prospector.privacy.FoldedWords.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names of people who are known, however they are spelt: in capitals, without accents, with
 * or without the names in the middle, the last one first.
 */
final class FindNames {

  /** No name has more words. */
  private static final int MOST_WORDS = 8;

  /** What may stand between two words of one name. */
  private static final String BETWEEN = " \t\r\n\u00a0.,-\"()\u201c\u201d\u00ab\u00bb";

  private static final int MOST_BETWEEN = 3;

  private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

  FindNames(Collection<String> people) {
    for (String person : people) {
      List<String> words =
          FoldedWords.of(person).words().stream().map(Word::folded).limit(MOST_WORDS).toList();
      if (words.size() > 1) {
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        add(words);
        add(List.of(first, last));
        add(List.of(last, first));
        add(List.of(first.substring(0, 1), last));
        add(turned(words, 1));
        add(turned(words, words.size() - 1));
      } else if (words.size() == 1 && words.get(0).length() > 3) {
        add(words);
      }
    }
  }

  /** Returns all words, beginning with a later one: the family name may stand first. */
  private static List<String> turned(List<String> words, int first) {
    List<String> turned = new ArrayList<>(words.subList(first, words.size()));
    turned.addAll(words.subList(0, first));
    return turned;
  }

  private void add(List<String> words) {
    byFirstWord.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(words);
  }

  List<Found> in(String text) {
    if (byFirstWord.isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    List<Word> words = FoldedWords.of(text).words();
    for (int i = 0; i < words.size(); i++) {
      int longest = 0;
      for (List<String> name : byFirstWord.getOrDefault(words.get(i).folded(), List.of())) {
        if (name.size() > longest && stands(name, words, i, text)) {
          longest = name.size();
        }
      }
      if (longest > 0) {
        found.add(new Found("PERSON", words.get(i).start(), words.get(i + longest - 1).end()));
      }
    }
    return found;
  }

  private static boolean stands(List<String> name, List<Word> words, int at, String text) {
    if (at + name.size() > words.size()) {
      return false;
    }
    for (int i = 1; i < name.size(); i++) {
      Word word = words.get(at + i);
      if (!word.folded().equals(name.get(i))
          || !isJoined(text, words.get(at + i - 1).end(), word.start())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isJoined(String text, int from, int to) {
    if (to - from > MOST_BETWEEN) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (BETWEEN.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
