package dev.prospector.agents.discovery;

import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.State;
import dev.prospector.candidate.Candidate.Triage;
import java.util.Locale;

/**
 * Decides on candidates by their fit.
 *
 * @param acceptFrom the least fit that is accepted; above 1 for none
 * @param rejectBelow what fits less is rejected; 0 for nothing
 */
public record TriageRules(double acceptFrom, double rejectBelow) {

  /** Nothing is decided: candidates wait for a person. */
  public static final TriageRules NONE = new TriageRules(2, 0);

  /** Checks that nothing is both. */
  public TriageRules {
    if (acceptFrom < rejectBelow || rejectBelow < 0) {
      throw new IllegalArgumentException(
          "what is rejected fits less than what is accepted: " + rejectBelow + ", " + acceptFrom);
    }
  }

  /** Returns what becomes of a candidate that nobody decided on. */
  Triage decide(Candidate candidate) {
    if (candidate.verdict() != Candidate.Verdict.KEPT) {
      return candidate.triage();
    }
    if (candidate.fit() >= acceptFrom) {
      return new Triage(State.ACCEPTED, Triage.RULE, "fit " + shown(candidate.fit()));
    }
    return candidate.fit() < rejectBelow
        ? new Triage(State.REJECTED, Triage.RULE, "fit " + shown(candidate.fit()))
        : candidate.triage();
  }

  private static String shown(double fit) {
    return String.format(Locale.ROOT, "%.2f", fit);
  }
}
