package dev.prospector.cli.output;

import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.budget.Usage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.run.LeadResult;
import dev.prospector.run.RunProgress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what became of the leads, and says it in a few lines. */
public final class Summary {

  private static final int MOST_FAILURES = 5;

  private final Map<LeadStatus, Long> statuses = new EnumMap<>(LeadStatus.class);
  private final Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
  private final List<String> failures = new ArrayList<>();
  private final long start = System.nanoTime();

  void add(LeadResult result) {
    statuses.merge(result.status(), 1L, Long::sum);
    result
        .dossier()
        .find(Qualification.KEY)
        .ifPresent(qualification -> tiers.merge(qualification.tier(), 1L, Long::sum));
    if (failures.size() < MOST_FAILURES) {
      result
          .failure()
          .ifPresent(
              step ->
                  failures.add(
                      "failed: "
                          + result.lead().id()
                          + " at "
                          + step.step()
                          + ": "
                          + step.reason()));
    }
  }

  public long failed() {
    return statuses.getOrDefault(LeadStatus.FAILED, 0L);
  }

  public void print(PrintStream err, long foldedRows) {
    long leads = statuses.values().stream().mapToLong(Long::longValue).sum();
    double seconds = (System.nanoTime() - start) / 1e9;
    err.printf(Locale.ROOT, "%d leads in %.1f s: %s%n", leads, seconds, counts(statuses));
    if (!tiers.isEmpty()) {
      err.println("tiers: " + counts(tiers));
    }
    if (foldedRows > 0) {
      String rows = foldedRows == 1 ? "1 row was" : foldedRows + " rows were";
      err.println(rows + " folded into an earlier row of the same company");
    }
    failures.forEach(err::println);
    if (failed() > failures.size()) {
      err.println("and " + (failed() - failures.size()) + " more failed");
    }
  }

  /** Says how many steps were executed, and how many by rules instead of by the model, and why. */
  public void printSteps(PrintStream err, RunProgress.Steps steps) {
    err.println("steps: " + steps.executed() + " executed, " + steps.reused() + " reused");
    printFallbacks(err, steps);
  }

  /** Says what models were asked for and what they cost, if any was asked. */
  public void printSpending(PrintStream err, Usage spent) {
    if (spent.calls() > 0) {
      String money = spent.money() == null ? "" : ", " + spent.money();
      err.printf(
          Locale.ROOT, "models: %,d calls, %,d tokens%s%n", spent.calls(), spent.tokens(), money);
    }
  }

  /** Says how many steps fell back to rules, if any did. */
  public void printFallbacks(PrintStream err, RunProgress.Steps steps) {
    if (steps.fellBack() > 0) {
      err.println(
          steps.fellBack()
              + (steps.fellBack() == 1 ? " step" : " steps")
              + " fell back to rules, mostly because: "
              + steps.whyMost());
    }
  }

  private static String counts(Map<? extends Enum<?>, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((key, count) -> parts.add(count + " " + key.name().toLowerCase(Locale.ROOT)));
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }
}
