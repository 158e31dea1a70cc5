package dev.prospector.engine.internal.time;

import dev.prospector.run.Threads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Blocks callers while it is closed; and a time that stands still meanwhile. */
public final class PauseSwitch {

  private final Threads threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private volatile OpenTime time = new OpenTime(true, 0);

  /** While the time goes on, the nanoseconds to take off from the clock; else where it stands. */
  private record OpenTime(boolean goesOn, long nanos) {}

  public PauseSwitch(Threads threads) {
    this.threads = threads;
  }

  public boolean isOpen() {
    return time.goesOn();
  }

  /** Returns the nanoseconds since some moment, without those in which this was closed. */
  public long openNanos() {
    OpenTime now = time;
    return now.goesOn() ? threads.nanoTime() - now.nanos() : now.nanos();
  }

  void close() {
    lock.lock();
    try {
      time = new OpenTime(false, openNanos());
    } finally {
      lock.unlock();
    }
  }

  void open() {
    lock.lock();
    try {
      time = new OpenTime(true, threads.nanoTime() - openNanos());
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns at once while open; else when it is opened, interrupted or not. */
  public void pass() {
    if (isOpen()) {
      return;
    }
    lock.lock();
    try {
      while (!isOpen()) {
        opened.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
