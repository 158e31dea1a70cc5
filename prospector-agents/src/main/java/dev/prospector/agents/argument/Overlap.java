package dev.prospector.agents.argument;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** How much two texts say in the same words: shared words over the words of the shorter. */
public final class Overlap {

  private static final int SHORTEST_WORD = 3;

  private Overlap() {}

  /** Returns the share of the words of four letters and more, in 0..1. */
  public static double of(String one, String other) {
    Set<String> first = words(one);
    Set<String> second = words(other);
    if (first.isEmpty() || second.isEmpty()) {
      return 0;
    }
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return (double) both.size() / Math.min(first.size(), second.size());
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Arrays.stream(Folded.of(text).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > SHORTEST_WORD)
        .forEach(words::add);
    return words;
  }
}
