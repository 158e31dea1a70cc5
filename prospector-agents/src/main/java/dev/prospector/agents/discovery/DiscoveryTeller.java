package dev.prospector.agents.discovery;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.QueryOutcome;
import java.util.List;

/** Is told what a search for companies comes to, by the thread that searches. */
public interface DiscoveryTeller {

  /** Tells nobody. */
  DiscoveryTeller NONE = (outcome, candidates) -> {};

  /**
   * Says what came of a query.
   *
   * @param found first by this query, in the order found, with why some are left out
   */
  void asked(QueryOutcome outcome, List<Candidate> found);
}
