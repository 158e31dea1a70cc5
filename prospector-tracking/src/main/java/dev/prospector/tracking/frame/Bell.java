package dev.prospector.tracking.frame;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one who waits for news; a ring that nobody waits for is kept. */
final class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean rings;

  void ring() {
    lock.lock();
    try {
      rings = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether it rang in time. */
  boolean await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!rings && left > 0) {
        left = rung.awaitNanos(left);
      }
      boolean rang = rings;
      rings = false;
      return rang;
    } finally {
      lock.unlock();
    }
  }
}
