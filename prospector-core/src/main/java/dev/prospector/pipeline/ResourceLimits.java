package dev.prospector.pipeline;

import dev.prospector.agent.Resource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Lets so many steps use a resource at a time; the others wait on their own thread. */
final class ResourceLimits {

  private final Map<Resource, Semaphore> limits = new EnumMap<>(Resource.class);

  ResourceLimits(RunOptions options) {
    for (Resource resource : Resource.values()) {
      if (options.limit(resource) < Integer.MAX_VALUE) {
        limits.put(resource, new Semaphore(options.limit(resource), true));
      }
    }
  }

  /** Takes one permit of each, always in the same order, so that nobody waits in a circle. */
  void acquire(Set<Resource> resources) throws InterruptedException {
    if (limits.isEmpty()) {
      return;
    }
    java.util.ArrayList<Semaphore> held = new java.util.ArrayList<>();
    try {
      for (Resource resource : resources) {
        Semaphore limit = limits.get(resource);
        if (limit != null) {
          limit.acquire();
          held.add(limit);
        }
      }
    } catch (InterruptedException e) {
      held.forEach(Semaphore::release);
      throw e;
    }
  }

  void release(Set<Resource> resources) {
    if (limits.isEmpty()) {
      return;
    }
    for (Resource resource : resources) {
      Semaphore limit = limits.get(resource);
      if (limit != null) {
        limit.release();
      }
    }
  }
}
