package dev.prospector.engine.internal.time;

/**
 * The time limit of one running step: past it, the step's thread is interrupted once. If it is past
 * while the step waits for a source, only this wait is interrupted, and the step is given a little
 * more time to end with what it knows.
 */
public final class Deadline implements AutoCloseable {

  private static final long GOES_ON = Long.MIN_VALUE;

  private final Watchdog watchdog;
  private final Thread thread = Thread.currentThread();
  private final String limit;
  private final long graceNanos;
  private volatile long endNanos;
  private volatile long stoodStillNanos = GOES_ON;
  private volatile String cause = "";
  private boolean waitsForSource;
  private boolean sourceCut;
  private boolean closed;

  Deadline(Watchdog watchdog, long endNanos, Watchdog.Limit limit) {
    this.watchdog = watchdog;
    this.endNanos = endNanos;
    this.limit = limit.message();
    this.graceNanos = limit.graceNanos();
  }

  void fireIfOver(long nowNanos) {
    if (stoodStillNanos == GOES_ON && nowNanos - endNanos >= 0 && !cutsSource()) {
      fire(limit);
    }
  }

  /** Returns whether it is a source that is interrupted, and not the step. */
  private synchronized boolean cutsSource() {
    if (waitsForSource && !sourceCut && cause.isEmpty()) {
      sourceCut = true;
      thread.interrupt();
    }
    return sourceCut;
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

  /** From now on the thread that is watched waits for a source. */
  public synchronized void sourceBegins() {
    waitsForSource = graceNanos > 0;
  }

  /**
   * It does not wait for the source any more. Returns whether that took longer than the step may;
   * the interrupt that ended it is over then, and a little time is left to the step.
   */
  public synchronized boolean sourceEnds() {
    boolean wasCut = sourceCut;
    waitsForSource = false;
    sourceCut = false;
    if (wasCut && cause.isEmpty()) {
      endNanos = watchdog.nowNanos() + graceNanos;
      Thread.interrupted();
      return true;
    }
    return false;
  }

  synchronized void fire(String why) {
    if (cause.isEmpty() && !closed) {
      cause = why;
      thread.interrupt();
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
  public synchronized void close() {
    watchdog.forget(this);
    closed = true;
    if (sourceCut || !cause.isEmpty()) {
      Thread.interrupted();
    }
  }
}
