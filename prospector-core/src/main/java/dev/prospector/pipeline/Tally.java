package dev.prospector.pipeline;

import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of leads and steps, and measures how fast. */
final class Tally {

  private static final int SECONDS = 30;

  final AtomicLong begun = new AtomicLong();
  final AtomicLong enriched = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final AtomicLong skipped = new AtomicLong();
  final LongAdder executed = new LongAdder();
  final LongAdder reused = new LongAdder();

  private final long startNanos = System.nanoTime();

  /** How many leads had ended at the beginning of each of the last seconds. */
  private final long[] endedAt = new long[SECONDS + 1];

  private long lastSecond;

  void leadEnded(LeadStatus status) {
    switch (status) {
      case ENRICHED -> enriched.incrementAndGet();
      case FAILED -> failed.incrementAndGet();
      default -> skipped.incrementAndGet();
    }
    mark();
  }

  RunProgress progress(RunState state, OptionalLong expected) {
    RunProgress.Leads leads =
        new RunProgress.Leads(begun.get(), enriched.get(), failed.get(), skipped.get());
    RunProgress.Steps steps = new RunProgress.Steps(executed.sum(), reused.sum());
    return new RunProgress(state, leads, steps, expected, rate(leads.ended()));
  }

  private synchronized void mark() {
    long second = seconds();
    if (second == lastSecond) {
      return;
    }
    long ended = enriched.get() + failed.get() + skipped.get();
    for (long s = Math.max(lastSecond + 1, second - SECONDS); s <= second; s++) {
      endedAt[(int) (s % endedAt.length)] = ended;
    }
    lastSecond = second;
  }

  /** Leads per second over the last half minute, or over the run while it is shorter. */
  private synchronized double rate(long ended) {
    mark();
    double elapsed = (System.nanoTime() - startNanos) / 1e9;
    if (elapsed <= SECONDS) {
      return elapsed <= 0 ? 0 : ended / elapsed;
    }
    long before = endedAt[(int) ((lastSecond + 1) % endedAt.length)];
    double window = elapsed - (lastSecond - SECONDS);
    return (ended - before) / window;
  }

  private long seconds() {
    return (System.nanoTime() - startNanos) / 1_000_000_000L;
  }
}
