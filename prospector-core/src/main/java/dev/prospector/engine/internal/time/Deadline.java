package dev.prospector.engine.internal.time;

import java.util.concurrent.atomic.AtomicInteger;

/** The time limit of one running step: past it, the step's thread is interrupted once. */
public final class Deadline implements AutoCloseable {

  private static final int RUNNING = 0;
  private static final int DONE = 1;
  private static final int FIRING = 2;
  private static final int FIRED = 3;
  private static final long GOES_ON = Long.MIN_VALUE;

  private final Watchdog watchdog;
  private final Thread thread = Thread.currentThread();
  private final AtomicInteger state = new AtomicInteger(RUNNING);
  private volatile long endNanos;
  private volatile long stoodStillNanos = GOES_ON;
  private final String limit;
  private volatile String cause = "";

  Deadline(Watchdog watchdog, long endNanos, String limit) {
    this.watchdog = watchdog;
    this.endNanos = endNanos;
    this.limit = limit;
  }

  void fireIfOver(long nowNanos) {
    if (stoodStillNanos == GOES_ON && nowNanos - endNanos >= 0) {
      fire(limit);
    }
  }

  /** From now on its time stands still; called by the thread that is watched. */
  public void standStill() {
    stoodStillNanos = watchdog.nowNanos();
  }

  /** Its time goes on. */
  public void goOn() {
    endNanos += watchdog.nowNanos() - stoodStillNanos;
    stoodStillNanos = GOES_ON;
  }

  void fire(String why) {
    if (state.compareAndSet(RUNNING, FIRING)) {
      cause = why;
      thread.interrupt();
      state.set(FIRED);
    }
  }

  /** Returns why the step was interrupted; empty if it was not, or not by us. */
  public String cause() {
    return cause;
  }

  /**
   * Ends the watch. An interrupt of ours that came too late does not reach the next work on the
   * thread.
   */
  @Override
  public void close() {
    watchdog.forget(this);
    if (!state.compareAndSet(RUNNING, DONE)) {
      while (state.get() != FIRED) {
        Thread.onSpinWait();
      }
      Thread.interrupted();
    }
  }
}
