package dev.prospector.engine.internal.stored;

import dev.prospector.engine.internal.control.RunInput;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.lead.Lead;
import dev.prospector.run.Dispatcher;
import dev.prospector.store.RunStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Accepts the input of a stored run, some leads at a time, and has them worked on. */
final class Intake {

  private static final int AT_A_TIME = 256;

  private final Workplace run;
  private final RunStore runs;
  private final Optional<Dispatcher> dispatcher;
  private final Runnable whenAccepted;
  private final RetryStore store;

  Intake(Workplace run, RunStore runs, Optional<Dispatcher> dispatcher, Runnable whenAccepted) {
    this.run = run;
    this.runs = runs;
    this.dispatcher = dispatcher;
    this.whenAccepted = whenAccepted;
    this.store = new RetryStore(run.threads());
  }

  void take(Optional<RunInput> input) {
    try {
      dispatchUnfinished();
      if (input.isPresent()) {
        accept(input.get());
      }
    } catch (LeadAbandoned e) {
      // Who has left the run gives its input again when he starts it again.
      boolean isLeft = input.map(RunInput::isLeft).orElse(false);
      if (run.life().takesLeads() && !isLeft) {
        throw new IllegalStateException("interrupted while the store could not be reached", e);
      }
    }
  }

  /**
   * Hands on what did not end: what an earlier process accepted may not have been, and what was put
   * off becomes due.
   */
  void dispatchUnfinished() {
    long from = 0;
    List<Long> positions;
    do {
      long start = from;
      positions =
          dispatcher.isEmpty()
              ? List.of()
              : ask(() -> runs.unfinished(run.tenant(), run.id(), start, AT_A_TIME));
      dispatch(positions);
      from = positions.isEmpty() ? from : positions.get(positions.size() - 1) + 1;
    } while (positions.size() == AT_A_TIME);
  }

  /** A few first, since leads may still be looked for; then more and more in one transaction. */
  private void accept(Iterator<Lead> leads) {
    long from = 0;
    int most = 1;
    while (leads.hasNext() && run.life().takesLeads()) {
      List<Lead> some = new ArrayList<>(most);
      while (some.size() < most && leads.hasNext()) {
        some.add(leads.next());
      }
      most = Math.min(AT_A_TIME, most * 2);
      long start = from;
      ask(() -> runs.accept(run.tenant(), run.id(), start, some));
      from += some.size();
      dispatch(LongStream.range(start, from).boxed().toList());
      whenAccepted.run();
    }
    if (run.life().takesLeads()) {
      ask(
          () -> {
            runs.complete(run.tenant(), run.id());
            return true;
          });
      whenAccepted.run();
    }
  }

  private <T> T ask(Supplier<T> question) {
    return store.askWhile(run.life()::takesLeads, question);
  }

  private void dispatch(List<Long> positions) {
    if (dispatcher.isEmpty() || positions.isEmpty()) {
      return;
    }
    List<Dispatcher.Assignment> leads =
        positions.stream()
            .map(position -> new Dispatcher.Assignment(run.tenant(), run.id(), position))
            .toList();
    ask(
        () -> {
          dispatcher.get().dispatch(leads);
          return true;
        });
  }
}
