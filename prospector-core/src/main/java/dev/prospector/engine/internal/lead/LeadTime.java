package dev.prospector.engine.internal.lead;

import dev.prospector.engine.internal.time.PauseSwitch;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When the time of a lead is over. It stands still while any of its steps waits for a turn. Safe
 * for several threads.
 */
public final class LeadTime {

  private final PauseSwitch clock;
  private final ReentrantLock lock = new ReentrantLock();
  private long endNanos;
  private int waiting;
  private long sinceNanos;

  public LeadTime(PauseSwitch clock, Duration longest) {
    this.clock = clock;
    this.endNanos = clock.openNanos() + longest.toNanos();
  }

  public void standStill() {
    lock.lock();
    try {
      if (waiting++ == 0) {
        sinceNanos = clock.openNanos();
      }
    } finally {
      lock.unlock();
    }
  }

  public void goOn() {
    lock.lock();
    try {
      if (--waiting == 0) {
        endNanos += clock.openNanos() - sinceNanos;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns when it is over, on the pause switch's clock, as far as is known now. */
  public long endNanos() {
    lock.lock();
    try {
      return waiting == 0 ? endNanos : endNanos + clock.openNanos() - sinceNanos;
    } finally {
      lock.unlock();
    }
  }
}
