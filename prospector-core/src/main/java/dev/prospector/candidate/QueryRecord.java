package dev.prospector.candidate;

import java.util.Map;

/**
 * How a query did in all runs of a tenant so far.
 *
 * @param query as it was asked
 * @param asked how often it was answered
 * @param candidates how many companies it was the first to find
 * @param accepted how many of them were accepted
 * @param tiers how many of those were judged to be of each tier, by its name; stores of candidates
 *     leave it empty, since they do not know
 */
public record QueryRecord(
    String query, long asked, long candidates, long accepted, Map<String, Long> tiers) {

  /** Fixes the tiers. */
  public QueryRecord {
    tiers = Map.copyOf(tiers);
  }

  /** Creates a record of a query whose companies nobody has judged. */
  public QueryRecord(String query, long asked, long candidates, long accepted) {
    this(query, asked, candidates, accepted, Map.of());
  }

  /** Returns this record with how many of the accepted companies are of each tier. */
  public QueryRecord withTiers(Map<String, Long> judged) {
    return new QueryRecord(query, asked, candidates, accepted, judged);
  }

  /** Returns accepted companies for each time it was asked; 0 if it never was. */
  public double yield() {
    return asked == 0 ? 0 : (double) accepted / asked;
  }
}
