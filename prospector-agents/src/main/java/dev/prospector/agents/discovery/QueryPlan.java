package dev.prospector.agents.discovery;

import java.util.List;

/**
 * What a search for companies asks.
 *
 * @param queries in the order in which they are asked, at most 12 of the business context
 * @param missing what the business context lacks for more of them, in its own terms
 */
public record QueryPlan(List<PlannedQuery> queries, List<String> missing) {

  /** Fixes the lists. */
  public QueryPlan {
    queries = List.copyOf(queries);
    missing = List.copyOf(missing);
  }
}
