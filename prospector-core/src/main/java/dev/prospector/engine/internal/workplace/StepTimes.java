package dev.prospector.engine.internal.workplace;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * About how long each step took lately: whether it pays to call another thread in while it runs. A
 * hand-over costs some ten microseconds, so steps that only compute a little stay on one thread.
 */
public final class StepTimes {

  private static final long LONG_NANOS = 50_000;

  /** Until it is known better, every step is taken for one that waits. */
  private static final long FIRST_GUESS_NANOS = 10_000_000;

  private final AtomicLongArray nanos;

  StepTimes(int steps) {
    this.nanos = new AtomicLongArray(steps);
    for (int i = 0; i < steps; i++) {
      nanos.setPlain(i, FIRST_GUESS_NANOS);
    }
  }

  public boolean isLong(int step) {
    return nanos.getPlain(step) >= LONG_NANOS;
  }

  /** Keeps the longest time, which fades by an eighth with each shorter one. */
  public void took(int step, long time) {
    long before = nanos.getPlain(step);
    long faded = before - before / 8;
    if (time >= LONG_NANOS || faded >= LONG_NANOS / 2) {
      nanos.setPlain(step, Math.max(time, faded));
    }
  }
}
