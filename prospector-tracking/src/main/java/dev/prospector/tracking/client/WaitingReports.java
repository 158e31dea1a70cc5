package dev.prospector.tracking.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What waits to be sent, in order, within its room. The first stays until it is done with. */
final class WaitingReports {

  private final TrackingSettings.Room room;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<WaitingReport> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean closed;
  private boolean abandoned;

  WaitingReports(TrackingSettings.Room room) {
    this.room = room;
  }

  /** Returns whether there was room; never waits for any. */
  boolean offer(WaitingReport report) {
    lock.lock();
    try {
      if (closed
          || waiting.size() >= room.reports()
          || bytes + report.body().length > room.bytes()) {
        return false;
      }
      waiting.add(report);
      bytes += report.body().length;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a report; null when none will come any more. */
  @Nullable WaitingReport first() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      return abandoned ? null : waiting.peek();
    } finally {
      lock.unlock();
    }
  }

  /** Removes the first and counts it; not if it was given up meanwhile, and counts as such. */
  void done(AtomicLong count) {
    lock.lock();
    try {
      WaitingReport first = waiting.poll();
      if (first != null) {
        bytes -= first.body().length;
        count.incrementAndGet();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits before the first is tried again; returns false if it is not to be. */
  boolean pause(Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = time.toNanos();
      while (left > 0 && !abandoned) {
        left = changed.awaitNanos(left);
      }
      return !abandoned;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing waits, and returns whether that came about in time. */
  boolean flush(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!waiting.isEmpty() && left > 0 && !abandoned) {
        left = changed.awaitNanos(left);
      }
      return waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Gives up what is left, and returns how many that are. */
  int abandon() {
    lock.lock();
    try {
      closed = true;
      abandoned = true;
      int left = waiting.size();
      waiting.clear();
      bytes = 0;
      changed.signalAll();
      return left;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
