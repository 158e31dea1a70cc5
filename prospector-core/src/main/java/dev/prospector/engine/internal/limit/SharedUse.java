package dev.prospector.engine.internal.limit;

import dev.prospector.agent.Resource;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.error.PortException;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Threads;
import dev.prospector.store.SharedLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all runs of this process use of the limits that all processes share. */
public final class SharedUse {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SharedLimits limits;
  private final Clock clock;
  private final Threads threads;
  private final Map<Key, SharedResource> resources = new ConcurrentHashMap<>();

  private record Key(Tenant tenant, Resource resource) {}

  public SharedUse(SharedLimits limits, Clock clock, Threads threads) {
    this.limits = limits;
    this.clock = clock;
    this.threads = threads;
  }

  SharedResource resource(Tenant tenant, Resource resource) {
    return resources.computeIfAbsent(
        new Key(tenant, resource), key -> new SharedResource(limits, tenant, resource));
  }

  /** Waits for the next turn of a resource. */
  void awaitTurn(Tenant tenant, Resource resource, Duration apart) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), turn(tenant, "pace/" + resource, apart));
    if (left.compareTo(Duration.ZERO) > 0) {
      threads.sleep(left);
    }
  }

  /** Nothing begins that the store does not count: a waiting step has its own time limit. */
  private Instant turn(Tenant tenant, String name, Duration apart) throws InterruptedException {
    while (true) {
      try {
        return limits.turn(tenant, name, apart);
      } catch (PortException e) {
        if (!RetryStore.isPassing(e)) {
          throw e;
        }
      }
      threads.sleep(PAUSE);
    }
  }

  public void tick() {
    resources.values().forEach(SharedResource::tick);
  }
}
