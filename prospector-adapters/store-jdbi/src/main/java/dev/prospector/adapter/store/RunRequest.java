package dev.prospector.adapter.store;

import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is asked of runs, and of the budget: they are changed together, since one transaction locks
 * the rows of both.
 */
sealed interface RunRequest permits RunRequest.OfRun, RunRequest.Remove, BudgetRequest {

  /** What concerns one run. */
  sealed interface OfRun extends RunRequest permits CommitRequest, Change {
    RunKey run();
  }

  /** What concerns one run and is no commit under a lease. */
  sealed interface Change extends OfRun
      permits Open, Accept, Complete, Claim, ClaimOne, Release, Steer, RetryFailed, Look, Archive {}

  /** Begins a run, or finds it. Its answer is the run. */
  record Open(RunKey run, String pipeline, String notes) implements Change {}

  /** Accepts leads. Its answer is the number accepted so far. */
  record Accept(RunKey run, long from, List<InputRow> leads) implements Change {}

  /** Says that the input is complete. */
  record Complete(RunKey run) implements Change {}

  /** Takes some leads. Its answer is a list of what was taken. */
  record Claim(RunKey run, int most) implements Change {}

  /** Takes one lead. Its answer is a list of it, or of nothing. */
  record ClaimOne(RunKey run, long position) implements Change {}

  /** Gives a lead back. */
  record Release(RunKey run, long position, long token) implements Change {}

  /** Asks for a state. Its answer is the run. */
  record Steer(RunKey run, RunState wish) implements Change {}

  /** Lets failed leads wait again. Its answer is their number. */
  record RetryFailed(RunKey run) implements Change {}

  /** Ends the run if nobody works on it any more and it is told to end. */
  record Look(RunKey run) implements Change {}

  /** Says that all events of an ended run up to its last one are in an archive. */
  record Archive(RunKey run, long last) implements Change {}

  /**
   * Removes a lead from the stored leads and from runs. Its answer is whether it was stored.
   *
   * @param runs those that accepted it when it was asked
   */
  record Remove(Tenant tenant, LeadId lead, List<RunKey> runs) implements RunRequest {}

  /** An answer that the caller is to be thrown. */
  record Refusal(RuntimeException why) {}

  /** Returns every run that is to be locked. */
  static SortedSet<RunKey> runs(List<? extends RunRequest> requests) {
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
  static <T> List<T> only(Class<T> kind, List<? extends RunRequest> requests) {
    return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
