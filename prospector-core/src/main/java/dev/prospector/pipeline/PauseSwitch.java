package dev.prospector.pipeline;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds back whoever comes while it is closed. */
final class PauseSwitch {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private volatile boolean closed;

  void close() {
    closed = true;
  }

  void open() {
    lock.lock();
    try {
      closed = false;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns at once while open; else when it is opened, interrupted or not. */
  void pass() {
    if (!closed) {
      return;
    }
    lock.lock();
    try {
      while (closed) {
        opened.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
