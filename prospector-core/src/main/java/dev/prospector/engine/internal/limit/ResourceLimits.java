package dev.prospector.engine.internal.limit;

import dev.prospector.agent.Resource;
import dev.prospector.lead.Tenant;
import dev.prospector.run.RunOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Lets so many steps use a resource at a time, in this run and in all of them together; the others
 * wait on their own thread.
 */
public final class ResourceLimits {

  private final RunOptions options;
  private final SharedUse shared;
  private final Map<Resource, Semaphore> limits = new EnumMap<>(Resource.class);
  private final boolean shares;

  /** What a step holds while it works. */
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    Held NOTHING = () -> {};

    @Override
    void close();
  }

  public ResourceLimits(RunOptions options, SharedUse shared) {
    this.options = options;
    this.shared = shared;
    boolean any = false;
    for (Resource resource : Resource.values()) {
      if (options.limit(resource) < Integer.MAX_VALUE) {
        limits.put(resource, new Semaphore(options.limit(resource), true));
      }
      any |= options.sharedLimit(resource).isPresent();
      any |= options.sharedPace(resource).isPresent();
    }
    this.shares = any;
  }

  /** Returns whether some limit is kept together with others. */
  public boolean shares() {
    return shares;
  }

  /** Takes one permit of each, always in the same order, so that nobody waits in a circle. */
  public Held acquire(Set<Resource> resources) throws InterruptedException {
    if (limits.isEmpty() && !shares) {
      return Held.NOTHING;
    }
    Deque<Runnable> returns = new ArrayDeque<>();
    boolean all = false;
    try {
      for (Resource resource : resources) {
        acquire(resource, returns);
      }
      all = true;
      return () -> returns.forEach(Runnable::run);
    } finally {
      if (!all) {
        returns.forEach(Runnable::run);
      }
    }
  }

  private void acquire(Resource resource, Deque<Runnable> returns) throws InterruptedException {
    Semaphore limit = limits.get(resource);
    if (limit != null) {
      limit.acquire();
      returns.push(limit::release);
    }
    Tenant tenant = options.tenant();
    Optional<Integer> most = options.sharedLimit(resource);
    if (most.isPresent()) {
      SharedResource all = shared.resource(tenant, resource);
      all.acquire(most.get());
      returns.push(all::release);
    }
    Optional<Duration> apart = options.sharedPace(resource);
    if (apart.isPresent()) {
      shared.awaitTurn(tenant, resource, apart.get());
    }
  }
}
