package dev.prospector.engine.internal.limit;

import dev.prospector.agent.Resource;
import dev.prospector.engine.internal.retry.PatientStore;
import dev.prospector.error.PortException;
import dev.prospector.lead.Tenant;
import dev.prospector.store.SharedLimits;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The permits of one resource that this process holds of those that all processes share. They are
 * used again here as long as somebody wants them, so that not every step asks the store.
 */
final class SharedResource {

  private static final long PAUSE_MILLIS = 100;

  private final SharedLimits limits;
  private final Tenant tenant;
  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private int limit = 1;
  private int granted;
  private int inUse;
  private int waiting;

  SharedResource(SharedLimits limits, Tenant tenant, Resource resource) {
    this.limits = limits;
    this.tenant = tenant;
    this.name = "steps/" + resource;
  }

  void acquire(int newLimit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      limit = newLimit;
      waiting++;
      while (inUse >= granted) {
        ask();
        if (inUse >= granted) {
          var ignored = freed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      inUse++;
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  void release() {
    lock.lock();
    try {
      inUse--;
      freed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Gives back what nobody here wants, and learns what others want. */
  void tick() {
    lock.lock();
    try {
      if (granted > 0 || waiting > 0) {
        ask();
        freed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void ask() {
    try {
      granted = limits.hold(tenant, name, limit, inUse, inUse + waiting);
    } catch (PortException e) {
      if (!PatientStore.isPassing(e)) {
        throw e;
      }
      granted = Math.min(granted, inUse); // Nothing begins that nobody could count.
    }
  }
}
