package dev.prospector.engine.internal.stored;

import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.RunException;
import dev.prospector.run.LeadResult;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the results of a stored run in the order of its input, as they come to stand there. */
final class StoredResults {

  private static final int AT_A_TIME = 64;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final StoredRunExecution execution;
  private final RunStore runs;
  private final Deque<StoredResult> read = new ArrayDeque<>();
  private long next;

  StoredResults(StoredRunExecution execution, RunStore runs) {
    this.execution = execution;
    this.runs = runs;
  }

  Optional<LeadResult> next() throws InterruptedException {
    while (read.isEmpty()) {
      boolean over = execution.isOver();
      read.addAll(more());
      if (read.isEmpty() && over) {
        execution.throwIfBroken();
        return Optional.empty();
      }
      if (read.isEmpty()) {
        execution.await(PAUSE);
      }
    }
    StoredResult first = read.removeFirst();
    next = first.position() + 1;
    // Who said no since it was stored is not handed out.
    return Optional.of(LeadResult.of(first).without(execution.workplace().suppression()));
  }

  private List<StoredResult> more() {
    Workplace run = execution.workplace();
    try {
      return new RetryStore(run.threads())
          .askWhile(
              () -> !execution.isOver(),
              () -> runs.results(run.tenant(), run.id(), next, AT_A_TIME));
    } catch (LeadAbandoned e) {
      throw new RunException(
          "the store cannot be reached for the results of run " + run.id() + ": resume it", e);
    }
  }
}
