package dev.prospector.engine.internal.limit;

import dev.prospector.agent.Resource;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.error.PortException;
import dev.prospector.lead.Tenant;
import dev.prospector.store.SharedLimits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one resource that this process holds of those that all processes share. They are
 * used again here as long as somebody wants them, so that not every step asks the store.
 */
final class SharedResource {

  private final SharedLimits limits;
  private final Tenant tenant;
  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Admission> queue = new LinkedHashSet<>();
  private int limit = 1;
  private int granted;
  private int inUse;

  SharedResource(SharedLimits limits, Tenant tenant, Resource resource) {
    this.limits = limits;
    this.tenant = tenant;
    this.name = "steps/" + resource;
  }

  /** Returns this resource as one run sees it, which says how much all may use together. */
  Limiter limit(int most) {
    return new Limiter() {
      @Override
      public boolean take(Admission admission) {
        return SharedResource.this.take(admission, most);
      }

      @Override
      public @Nullable Admission giveBack() {
        SharedResource.this.giveBack();
        return null; // It may be of another run, whose threads go on with it.
      }

      @Override
      public boolean leave(Admission admission) {
        return SharedResource.this.leave(admission);
      }
    };
  }

  private boolean take(Admission admission, int newLimit) {
    List<Admission> next;
    lock.lock();
    try {
      limit = newLimit;
      queue.add(admission);
      if (inUse >= granted) {
        ask();
      }
      next = admitted();
    } catch (PortException e) {
      queue.remove(admission);
      throw e;
    } finally {
      lock.unlock();
    }
    boolean taken = next.remove(admission);
    next.forEach(Admission::goesOnElsewhere);
    return taken;
  }

  private void giveBack() {
    List<Admission> next;
    lock.lock();
    try {
      inUse--;
      next = admitted();
    } finally {
      lock.unlock();
    }
    next.forEach(Admission::goesOnElsewhere);
  }

  private boolean leave(Admission admission) {
    lock.lock();
    try {
      return queue.remove(admission);
    } finally {
      lock.unlock();
    }
  }

  /** Releases what is not wanted here, learns what others want, and admits waiting steps. */
  void tick() {
    List<Admission> next = List.of();
    List<Admission> refused = List.of();
    lock.lock();
    try {
      if (granted > 0 || !queue.isEmpty()) {
        ask();
        next = admitted();
      }
    } catch (PortException e) {
      // It does not pass: each step asks for itself, and is told so.
      refused = List.copyOf(queue);
      queue.clear();
    } finally {
      lock.unlock();
    }
    next.forEach(Admission::goesOnElsewhere);
    refused.forEach(Admission::turnAway);
  }

  private List<Admission> admitted() {
    List<Admission> next = new ArrayList<>(1);
    while (inUse < granted && !queue.isEmpty()) {
      Admission first = queue.iterator().next();
      queue.remove(first);
      inUse++;
      next.add(first);
    }
    return next;
  }

  private void ask() {
    try {
      granted = limits.hold(tenant, name, limit, inUse, inUse + queue.size());
    } catch (PortException e) {
      if (!RetryStore.isPassing(e)) {
        throw e;
      }
      granted = Math.min(granted, inUse); // Nothing begins that the store does not count.
    }
  }
}
