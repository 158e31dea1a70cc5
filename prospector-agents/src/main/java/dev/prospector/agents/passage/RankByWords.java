package dev.prospector.agents.passage;

import dev.prospector.agents.page.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rates windows by how much they speak of what is asked: BM25 (S. Robertson and H. Zaragoza, The
 * Probabilistic Relevance Framework, 2009) with its usual k1 of 1.2 and b of 0.75, over the
 * beginnings of words without accents. What is asked is an agent's words in the language of the
 * window, and the words of the context.
 */
final class RankByWords {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int BEGINNING = 6;
  private static final int LEAST = 3;

  private final Map<Language, Set<String>> own;
  private final Set<String> context;

  /**
   * Creates a ranking.
   *
   * @param topics an agent's words by language
   * @param context words of the seller, in whatever language
   */
  RankByWords(Map<Language, List<String>> topics, List<String> context) {
    this.context = new HashSet<>(words(String.join(" ", context)));
    this.own = new HashMap<>();
    topics.forEach((language, list) -> own.put(language, sought(list)));
  }

  private Set<String> sought(List<String> list) {
    Set<String> all = new HashSet<>(words(String.join(" ", list)));
    all.addAll(context);
    return all;
  }

  /** Returns a score for each window, 0 where it speaks of nothing that is asked. */
  List<Double> rate(List<Window> windows) {
    List<List<String>> words = windows.stream().map(w -> words(w.words())).toList();
    double average = words.stream().mapToInt(List::size).average().orElse(1);
    Map<String, Integer> holding = new HashMap<>();
    for (List<String> window : words) {
      new HashSet<>(window).forEach(word -> holding.merge(word, 1, Integer::sum));
    }
    List<Double> scores = new ArrayList<>();
    Collection all = new Collection(holding, words.size(), average);
    for (int i = 0; i < windows.size(); i++) {
      Set<String> sought = own.getOrDefault(windows.get(i).language(), context);
      scores.add(score(words.get(i), sought, all));
    }
    return scores;
  }

  /** All windows: how many hold a word, how many there are, and how long they are. */
  private record Collection(Map<String, Integer> holding, int size, double average) {

    double rarity(String word) {
      int with = holding.getOrDefault(word, 1);
      return Math.log(1 + (size - with + 0.5) / (with + 0.5));
    }
  }

  private static double score(List<String> window, Set<String> sought, Collection all) {
    Map<String, Integer> counts = new HashMap<>();
    window.stream().filter(sought::contains).forEach(w -> counts.merge(w, 1, Integer::sum));
    double score = 0;
    double length = 1 - B + B * window.size() / Math.max(1, all.average());
    for (String word : counts.keySet().stream().sorted().toList()) {
      int count = counts.getOrDefault(word, 0);
      score += all.rarity(word) * count * (K1 + 1) / (count + K1 * length);
    }
    return score;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT) + " ";
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      if (Character.isLetterOrDigit(letter)) {
        word.append(letter);
      } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
        if (word.length() >= LEAST) {
          words.add(word.substring(0, Math.min(BEGINNING, word.length())));
        }
        word.setLength(0);
      }
    }
    return words;
  }
}
