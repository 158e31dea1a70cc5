package dev.prospector.benchmark.machines;

import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Follows the events of a run, and notes when it heard that steps and leads were over. */
final class Watcher implements EventSink {

  private final int leads;
  private final AtomicLongArray completed;
  private final AtomicIntegerArray times;
  private final AtomicLongArray finished;
  private final AtomicLong last = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();
  private final AtomicLong fellBack = new AtomicLong();

  Watcher(int leads) {
    this.leads = leads;
    this.completed = new AtomicLongArray(leads * Work.STEPS);
    this.times = new AtomicIntegerArray(leads * Work.STEPS);
    this.finished = new AtomicLongArray(leads);
  }

  @Override
  public void accept(RunEvent event) {
    if (event.position().number() != last.incrementAndGet()) {
      gaps.incrementAndGet();
      last.set(event.position().number());
    }
    if (event instanceof RunEvent.StepCompleted step) {
      int index = number(step.lead().value()) * Work.STEPS + number(step.step());
      completed.compareAndSet(index, 0, Ledger.now());
      times.incrementAndGet(index);
    } else if (event instanceof RunEvent.LeadFinished lead) {
      finished.set(number(lead.lead().value()), Ledger.now());
    } else if (event instanceof RunEvent.StepFellBack) {
      fellBack.incrementAndGet();
    }
  }

  private static int number(String id) {
    return Integer.parseInt(Sequence.number(id));
  }

  int leads() {
    return leads;
  }

  /** Returns when it was heard that a step was complete; the end of time if it was not. */
  long completed(int lead, int step) {
    long at = completed.get(lead * Work.STEPS + step);
    return at == 0 ? Long.MAX_VALUE : at;
  }

  /** Returns when it was heard that a lead was over; the end of time if it was not. */
  long finished(int lead) {
    long at = finished.get(lead);
    return at == 0 ? Long.MAX_VALUE : at;
  }

  /** Returns how many steps were not told to be complete exactly once. */
  long notOnce() {
    long count = 0;
    for (int i = 0; i < times.length(); i++) {
      count += times.get(i) == 1 ? 0 : 1;
    }
    return count;
  }

  long events() {
    return last.get();
  }

  long gaps() {
    return gaps.get();
  }

  long fellBack() {
    return fellBack.get();
  }
}
