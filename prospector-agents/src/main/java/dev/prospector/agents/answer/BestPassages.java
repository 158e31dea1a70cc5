package dev.prospector.agents.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rates passages by how much they speak of what is asked: BM25 (S. Robertson and H. Zaragoza, The
 * Probabilistic Relevance Framework, 2009) with its usual k1 of 1.2 and b of 0.75, over the
 * beginnings of words without accents.
 */
final class BestPassages {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int BEGINNING = 6;
  private static final int LEAST = 3;

  private final Set<String> sought;

  BestPassages(List<String> topics) {
    this.sought = new HashSet<>(words(String.join(" ", topics)));
  }

  /** Returns a score for each passage, 0 where it speaks of nothing that is asked. */
  List<Double> rate(List<String> passages) {
    List<List<String>> words = passages.stream().map(BestPassages::words).toList();
    double average = words.stream().mapToInt(List::size).average().orElse(1);
    Map<String, Integer> holding = new HashMap<>();
    for (List<String> passage : words) {
      new HashSet<>(passage)
          .stream().filter(sought::contains).forEach(word -> holding.merge(word, 1, Integer::sum));
    }
    List<Double> scores = new ArrayList<>();
    for (List<String> passage : words) {
      scores.add(score(passage, holding, passages.size(), average));
    }
    return scores;
  }

  private double score(
      List<String> passage, Map<String, Integer> holding, int all, double average) {
    Map<String, Integer> counts = new HashMap<>();
    passage.stream().filter(sought::contains).forEach(w -> counts.merge(w, 1, Integer::sum));
    double score = 0;
    double length = 1 - B + B * passage.size() / Math.max(1, average);
    for (String word : counts.keySet().stream().sorted().toList()) {
      int with = holding.getOrDefault(word, 1);
      int count = counts.getOrDefault(word, 0);
      double rarity = Math.log(1 + (all - with + 0.5) / (with + 0.5));
      score += rarity * count * (K1 + 1) / (count + K1 * length);
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
