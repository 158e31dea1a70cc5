package dev.prospector.benchmark.machines;

import java.util.concurrent.TimeUnit;

/**
 * What was done to a worker.
 *
 * @param worker to whom
 * @param kind what
 * @param begun when, by the ledger's clock in nanoseconds
 * @param ended when it was thawed; the end of time if it was killed
 */
record Fault(String worker, Kind kind, long begun, long ended) {

  /** What can be done to a worker. */
  enum Kind {
    KILLED,
    FROZEN
  }

  static Fault killed(String worker, long at) {
    return new Fault(worker, Kind.KILLED, at, Long.MAX_VALUE);
  }

  static Fault frozen(String worker, long from, long to) {
    return new Fault(worker, Kind.FROZEN, from, to);
  }

  /** Returns whether it lasted so long that its leads had to be taken over. */
  boolean lasted(long seconds) {
    return kind == Kind.KILLED || ended - begun > TimeUnit.SECONDS.toNanos(seconds);
  }
}
