package dev.prospector.cli.discover;

import dev.prospector.agents.discovery.TriageRules;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of what is found; kept with the run, so that it can be gone on with.
 *
 * @param triage which candidates are accepted and rejected without a person
 * @param hits the most hits for a query
 * @param limit the most leads
 */
public record DiscoveryPlan(TriageRules triage, int hits, long limit) {

  private static final String LIMIT = "discover-limit";
  private static final String HITS = "discover-hits";
  private static final String ACCEPT = "discover-accept-from";
  private static final String REJECT = "discover-reject-below";

  /** Returns the plan as it is kept with a run. */
  public Map<String, String> notes() {
    return Map.of(
        LIMIT, String.valueOf(limit),
        HITS, String.valueOf(hits),
        ACCEPT, String.valueOf(triage.acceptFrom()),
        REJECT, String.valueOf(triage.rejectBelow()));
  }

  /** Returns the plan that is kept with a run, if it is one that searches for companies. */
  static Optional<DiscoveryPlan> in(Map<String, String> notes) {
    if (!notes.containsKey(LIMIT)) {
      return Optional.empty();
    }
    TriageRules triage =
        new TriageRules(
            Double.parseDouble(notes.getOrDefault(ACCEPT, "")),
            Double.parseDouble(notes.getOrDefault(REJECT, "")));
    return Optional.of(
        new DiscoveryPlan(
            triage,
            Integer.parseInt(notes.getOrDefault(HITS, "")),
            Long.parseLong(notes.getOrDefault(LIMIT, ""))));
  }
}
