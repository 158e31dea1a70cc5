package dev.prospector.candidate;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What came of one query of one run.
 *
 * @param run the run's id
 * @param position of the query in the run's plan, from 0
 * @param query as it was asked
 * @param strategy the name of the one that it comes from
 * @param end how it ended
 * @param hits how many were found
 * @param reason why it failed; empty otherwise
 */
public record QueryOutcome(
    @JsonProperty("run") String run,
    @JsonProperty("position") int position,
    @JsonProperty("query") String query,
    @JsonProperty("strategy") String strategy,
    @JsonProperty("end") End end,
    @JsonProperty("hits") int hits,
    @JsonProperty("reason") String reason) {

  /** How a query ended. */
  public enum End {
    /** Something was found. */
    HITS,
    /** Nothing was found. */
    EMPTY,
    /** Whether there is something is not known. */
    FAILED
  }
}
