package dev.prospector.agents.passage;

import dev.prospector.model.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adds the ranking of an embedder to that by words, by reciprocal rank (G. Cormack, C. Clarke and
 * S. Buettcher, Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods,
 * 2009) with its usual k of 60. At most 200 windows are embedded: the best by words, then the first
 * of the others.
 */
final class RankByMeaning {

  private static final int K = 60;
  private static final int MOST = 200;
  private static final int LONGEST_QUERY = 1_000;

  private final Embedder embedder;
  private final String query;

  RankByMeaning(Embedder embedder, String query) {
    this.embedder = embedder;
    this.query = query.substring(0, Math.min(LONGEST_QUERY, query.length()));
  }

  /**
   * Returns the scores of both rankings together.
   *
   * @param byWords a score for each window
   */
  List<Double> fuse(List<Window> windows, List<Double> byWords) throws InterruptedException {
    List<Integer> ranked = ranked(byWords);
    List<Integer> embedded = ranked.subList(0, Math.min(MOST, ranked.size()));
    List<String> texts = new ArrayList<>(List.of(query));
    embedded.forEach(i -> texts.add(windows.get(i).words()));
    List<float[]> vectors = embedder.embed(texts);
    List<Double> near = new ArrayList<>(java.util.Collections.nCopies(windows.size(), -2.0));
    for (int i = 0; i < embedded.size(); i++) {
      near.set(embedded.get(i), nearness(vectors.get(0), vectors.get(i + 1)));
    }
    double[] fused = new double[windows.size()];
    add(fused, ranked.stream().filter(i -> byWords.get(i) > 0).toList());
    add(fused, ranked(near).stream().filter(i -> near.get(i) > -2).toList());
    return IntStream.range(0, fused.length).mapToObj(i -> fused[i]).toList();
  }

  private static void add(double[] fused, List<Integer> ranked) {
    for (int rank = 0; rank < ranked.size(); rank++) {
      fused[ranked.get(rank)] += 1.0 / (K + rank + 1);
    }
  }

  private static List<Integer> ranked(List<Double> scores) {
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -scores.get(i))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static double nearness(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
