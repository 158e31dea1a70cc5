package dev.prospector.agents.relevance;

import java.util.List;

/**
 * How relevant a text is to a business, and which of its passages make it so.
 *
 * @param score mean of {@code byQuery}, in 0..1; 0 when there are no queries
 * @param byQuery for each query, in their order, how much of it the text speaks of, in 0..1
 * @param best the passages that speak most of the queries, the strongest first; at most five
 */
public record RelevanceScore(double score, List<Double> byQuery, List<Match> best) {

  /** Copies the lists. */
  public RelevanceScore {
    byQuery = List.copyOf(byQuery);
    best = List.copyOf(best);
  }

  /**
   * A passage that speaks of the queries.
   *
   * @param passage where it stands in the text
   * @param score BM25 of the passage for the terms of all queries, comparable between texts
   * @param terms the words of the passage that match, as they stand there, in order, each form once
   */
  public record Match(TextPassage passage, double score, List<String> terms) {

    /** Copies the list. */
    public Match {
      terms = List.copyOf(terms);
    }
  }
}
