package dev.prospector.cli.discover;

import dev.prospector.agents.discovery.DiscoveryTeller;
import dev.prospector.candidate.Candidate;
import dev.prospector.candidate.Candidate.State;
import dev.prospector.candidate.Candidate.Verdict;
import dev.prospector.candidate.QueryOutcome;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says on a line what came of each query. */
final class DiscoveryLines implements DiscoveryTeller {

  private final PrintStream err;

  DiscoveryLines(PrintStream err) {
    this.err = err;
  }

  @Override
  public void asked(QueryOutcome outcome, List<Candidate> found) {
    err.println(
        outcome.strategy().toLowerCase(Locale.ROOT)
            + " '"
            + outcome.query()
            + "': "
            + (outcome.end() == QueryOutcome.End.FAILED
                ? "failed: " + outcome.reason()
                : outcome.hits() + " hits, " + told(found)));
  }

  private static String told(List<Candidate> found) {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    found.forEach(candidate -> verdicts.merge(candidate.verdict(), 1L, Long::sum));
    long kept = verdicts.getOrDefault(Verdict.KEPT, 0L);
    long accepted = found.stream().filter(c -> c.triage().state() == State.ACCEPTED).count();
    verdicts.remove(Verdict.KEPT);
    String left =
        verdicts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return kept
        + " new candidates, "
        + accepted
        + " accepted"
        + (left.isEmpty() ? "" : "; left out: " + left.replace('_', ' '));
  }
}
