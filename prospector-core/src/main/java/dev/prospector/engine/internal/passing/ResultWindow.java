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

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private final boolean drops;
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

  private ResultWindow(boolean drops, int size) {
    this.drops = drops;
    this.places = new Semaphore(size);
  }

  /** Returns a window that holds so many results until they are taken. */
  static ResultWindow holding(int size) {
    return new ResultWindow(false, size);
  }

  /** Returns a window that holds no result, for a run whose results are not consumed. */
  static ResultWindow dropping() {
    return new ResultWindow(true, ANY_NUMBER);
  }

  /** Takes a place if there is one within the given time. */
  boolean hasPlace(Duration longest) throws InterruptedException {
    return drops || places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Opens the place of the next lead. */
  Slot open() {
    Slot slot = new Slot();
    if (drops) {
      return slot;
    }
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

  /** Waits until it is said that no more places will be opened; returns whether it was. */
  boolean isOverWithin(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (!ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      return ended;
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
