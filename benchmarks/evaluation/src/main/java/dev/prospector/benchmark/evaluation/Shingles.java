package dev.prospector.benchmark.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often each run of four words occurs in a text, as the article extraction benchmark counts
 * them ({@code string_shingle_matching} in its evaluate.py).
 */
record Shingles(Map<List<String>, Integer> counts) {

  private static final int WORDS = 4;
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  static Shingles of(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
      List<String> shingle = List.copyOf(words.subList(i, Math.min(words.size(), i + WORDS)));
      if (!shingle.isEmpty()) {
        counts.merge(shingle, 1, Integer::sum);
      }
    }
    return new Shingles(counts);
  }

  /** Compares what was found with what is true. */
  Match match(Shingles found) {
    Set<List<String>> all = new HashSet<>(counts.keySet());
    all.addAll(found.counts.keySet());
    long hits = 0;
    long extra = 0;
    long missing = 0;
    for (List<String> shingle : all) {
      int expected = counts.getOrDefault(shingle, 0);
      int seen = found.counts.getOrDefault(shingle, 0);
      hits += Math.min(expected, seen);
      extra += Math.max(0, seen - expected);
      missing += Math.max(0, expected - seen);
    }
    return new Match(hits, extra, missing);
  }

  /** Hits, what was found too much, and what was missed, in one document. */
  record Match(long hits, long extra, long missing) {

    boolean found() {
      return hits + extra > 0;
    }

    boolean expected() {
      return hits + missing > 0;
    }

    double precision() {
      return found() ? (double) hits / (hits + extra) : 0;
    }

    double recall() {
      return expected() ? (double) hits / (hits + missing) : 0;
    }

    double f1() {
      return 2.0 * hits / Math.max(1, 2 * hits + extra + missing);
    }
  }
}
