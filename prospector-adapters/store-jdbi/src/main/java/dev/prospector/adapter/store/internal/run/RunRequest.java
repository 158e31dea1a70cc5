package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.InputRow;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueLimits;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is asked of runs, and of the budget: they are changed together, since one transaction locks
 * the rows of both.
 */
public sealed interface RunRequest permits RunRequest.OfRun, RunRequest.Remove, BudgetRequest {

  /** What concerns one run. */
  public sealed interface OfRun extends RunRequest permits CommitRequest, Change {
    RunKey run();
  }

  /** What concerns one run and is no commit under a lease. */
  public sealed interface Change extends OfRun
      permits Open,
          Accept,
          Complete,
          Claim,
          ClaimOne,
          Release,
          Steer,
          RetryFailed,
          Look,
          Archive,
          Take,
          Leave,
          Unname,
          Note {}

  /** Begins a run, or has it wait in the queue, or finds it. Its answer is the run. */
  public record Open(RunKey run, String pipeline, String notes, TermsRow terms, boolean waits)
      implements Change {}

  /** Accepts leads. Its answer is the number accepted so far. */
  public record Accept(RunKey run, long from, List<InputRow> leads) implements Change {}

  /** Says that the input is complete. */
  public record Complete(RunKey run) implements Change {}

  /** Takes some leads. Its answer is a list of what was taken. */
  public record Claim(RunKey run, int most) implements Change {}

  /** Takes one lead. Its answer is a list of it, or of nothing. */
  public record ClaimOne(RunKey run, long position) implements Change {}

  /** Gives a lead back. */
  public record Release(RunKey run, long position, long token) implements Change {}

  /** Asks for a state. Its answer is the run. */
  public record Steer(RunKey run, RunState wish) implements Change {}

  /** Lets failed leads wait again. Its answer is their number. */
  public record RetryFailed(RunKey run) implements Change {}

  /** Ends the run if no lead of it has a holder any more and it is told to end. */
  public record Look(RunKey run) implements Change {}

  /**
   * Takes a run of the queue to be worked on, if it is its turn or its holder has gone. Its answer
   * is what was taken, or that nothing was.
   */
  public record Take(RunKey run, QueueLimits limits, Set<String> pipelines) implements Change {}

  /** Leaves a run of the queue to others. */
  public record Leave(RunKey run) implements Change {}

  /** Erases who began a run. Its answer is whether it was this person. */
  public record Unname(RunKey run, String person) implements Change {}

  /** Keeps other notes with a run. Its answer is the run. */
  public record Note(RunKey run, String notes) implements Change {}

  /** Says that all events of an ended run up to its last one are in an archive. */
  public record Archive(RunKey run, long last) implements Change {}

  /**
   * Removes a lead from the stored leads and from runs. Its answer is whether it was stored.
   *
   * @param runs those that accepted it when it was asked
   */
  public record Remove(Tenant tenant, LeadId lead, List<RunKey> runs) implements RunRequest {}

  /** An answer that the caller is to be thrown. */
  public record Refusal(RuntimeException why) {}

  /** Returns every run that is to be locked. */
  public static SortedSet<RunKey> runs(List<? extends RunRequest> requests) {
    SortedSet<RunKey> keys = new TreeSet<>();
    for (RunRequest request : requests) {
      if (request instanceof OfRun one) {
        keys.add(one.run());
      } else if (request instanceof Remove remove) {
        keys.addAll(remove.runs());
      }
    }
    return keys;
  }

  /** Returns the requests of one kind, in order. */
  public static <T> List<T> only(Class<T> kind, List<? extends RunRequest> requests) {
    return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
