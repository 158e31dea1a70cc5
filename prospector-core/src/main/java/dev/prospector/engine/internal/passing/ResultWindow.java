package dev.prospector.engine.internal.passing;

import dev.prospector.run.LeadResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands results over in the order of the input. Holds a bounded number of them: a place is taken
 * before a lead begins, and given back when its result is taken.
 */
final class ResultWindow {

  private final Semaphore places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Slot> slots = new ArrayDeque<>();
  private boolean ended;

  /** The place of one lead. */
  final class Slot {
    private @Nullable LeadResult result;

    void fill(LeadResult filled) {
      lock.lock();
      try {
        result = filled;
        if (slots.peekFirst() == this) {
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  ResultWindow(int size) {
    this.places = new Semaphore(size);
  }

  /** Takes a place if there is one within the given time. */
  boolean hasPlace(Duration longest) throws InterruptedException {
    return places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Opens the place of the next lead. */
  Slot open() {
    Slot slot = new Slot();
    lock.lock();
    try {
      slots.addLast(slot);
    } finally {
      lock.unlock();
    }
    return slot;
  }

  /** Says that no more places will be opened. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next result; empty when there will be none. */
  Optional<LeadResult> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Slot first = slots.peekFirst();
        if (first != null && first.result != null) {
          slots.removeFirst();
          places.release();
          return Optional.of(first.result);
        }
        if (ended) {
          // A place that is still empty now belongs to a lead that a broken run left behind.
          return Optional.empty();
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
