package dev.prospector.engine.internal.workplace;

import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.run.RunProgress;
import dev.prospector.run.Threads;
import dev.prospector.store.StoredRun;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of leads and steps, and measures how fast. */
public final class Tally {

  private static final int SECONDS = 30;

  public final AtomicLong begun = new AtomicLong();
  public final AtomicLong enriched = new AtomicLong();
  public final AtomicLong failed = new AtomicLong();
  public final AtomicLong skipped = new AtomicLong();
  public final LongAdder executed = new LongAdder();
  public final LongAdder reused = new LongAdder();
  private final Fallbacks fallbacks = new Fallbacks();

  private final Threads threads;
  private final long startNanos;

  /** How many leads had ended at the beginning of each of the last seconds. */
  private final long[] endedAt = new long[SECONDS + 1];

  private long lastSecond;

  public Tally(Threads threads) {
    this.threads = threads;
    this.startNanos = threads.nanoTime();
  }

  public void leadEnded(LeadStatus status) {
    switch (status) {
      case ENRICHED -> enriched.incrementAndGet();
      case FAILED -> failed.incrementAndGet();
      default -> skipped.incrementAndGet();
    }
    mark();
  }

  /** Counts a step in which rules took the place of the model. */
  public void fellBack(String reason) {
    fallbacks.count(reason);
  }

  public RunProgress progress(RunState state, OptionalLong expected) {
    return progress(
        state,
        new RunProgress.Leads(begun.get(), enriched.get(), failed.get(), skipped.get()),
        expected);
  }

  /** Returns the progress of a run of which others, or earlier processes, did their part. */
  public RunProgress progress(RunState state, StoredRun.Leads all, OptionalLong expected) {
    long inFlight = begun.get() - enriched.get() - failed.get() - skipped.get();
    RunProgress.Leads leads =
        new RunProgress.Leads(
            all.ended() + Math.max(0, inFlight), all.enriched(), all.failed(), all.skipped());
    return progress(state, leads, expected);
  }

  private RunProgress progress(RunState state, RunProgress.Leads leads, OptionalLong expected) {
    RunProgress.Steps steps =
        new RunProgress.Steps(
            executed.sum(), reused.sum(), fallbacks.total(), fallbacks.commonest());
    return new RunProgress(state, leads, steps, expected, rate());
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
  private synchronized double rate() {
    mark();
    long ended = enriched.get() + failed.get() + skipped.get();
    double elapsed = (threads.nanoTime() - startNanos) / 1e9;
    if (elapsed <= SECONDS) {
      return elapsed <= 0 ? 0 : ended / elapsed;
    }
    long before = endedAt[(int) ((lastSecond + 1) % endedAt.length)];
    double window = elapsed - (lastSecond - SECONDS);
    return (ended - before) / window;
  }

  private long seconds() {
    return (threads.nanoTime() - startNanos) / 1_000_000_000L;
  }
}
