package dev.prospector.pipeline;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Interrupts steps whose time is over, and all of them when the run is cancelled. */
final class Watchdog implements AutoCloseable {

  private static final long TICK_NANOS = Duration.ofMillis(50).toNanos();

  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile String cancelled = "";

  Watchdog(String name) {
    Workers.daemon(name, this::watch);
  }

  /**
   * Watches the present thread until the deadline is closed.
   *
   * @param nanos until it is interrupted
   * @param limit which limit that is, for the message
   */
  Deadline watch(long nanos, String limit) {
    Deadline deadline = new Deadline(this, System.nanoTime() + nanos, limit);
    running.add(deadline);
    if (!cancelled.isEmpty()) {
      deadline.fire(cancelled);
    }
    return deadline;
  }

  /** Interrupts everything that runs and everything that will. */
  void interruptAll(String why) {
    cancelled = why;
    running.forEach(deadline -> deadline.fire(why));
  }

  void forget(Deadline deadline) {
    running.remove(deadline);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(this, TICK_NANOS);
      long now = System.nanoTime();
      running.forEach(deadline -> deadline.fireIfOver(now));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
