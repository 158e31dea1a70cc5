package dev.prospector.engine.internal.limit;

import dev.prospector.agent.Resource;
import dev.prospector.lead.Tenant;
import dev.prospector.run.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many steps use a resource at a time, in this run and in all of them together. A step that
 * lacks a permit waits in a queue and not on a thread: who gives a permit back goes on with it.
 */
public final class ResourceLimits {

  private final RunOptions options;
  private final SharedUse shared;
  private final Executor workers;
  private final Map<Resource, List<Limiter>> limiters = new EnumMap<>(Resource.class);
  private final Set<Admission> waiting = ConcurrentHashMap.newKeySet();
  private final boolean shares;

  /**
   * Creates the limits of a run.
   *
   * @param workers do what may begin when no thread of the run is there to go on with it
   */
  public ResourceLimits(RunOptions options, SharedUse shared, Executor workers) {
    this.options = options;
    this.shared = shared;
    this.workers = workers;
    boolean any = false;
    for (Resource resource : Resource.values()) {
      List<Limiter> limits = limitersOf(resource);
      if (!limits.isEmpty()) {
        limiters.put(resource, limits);
      }
      any |= options.sharedLimit(resource).isPresent();
      any |= options.sharedPace(resource).isPresent();
    }
    this.shares = any;
  }

  private List<Limiter> limitersOf(Resource resource) {
    List<Limiter> limits = new ArrayList<>(2);
    if (options.limit(resource) < Integer.MAX_VALUE) {
      limits.add(new LocalLimit(options.limit(resource)));
    }
    options
        .sharedLimit(resource)
        .ifPresent(most -> limits.add(shared.resource(options.tenant(), resource).limit(most)));
    return limits;
  }

  /** Returns whether some limit is kept together with others. */
  public boolean shares() {
    return shares;
  }

  /** Returns whether there is a limit on how many use anything at a time. */
  public boolean limitsSome() {
    return !limiters.isEmpty();
  }

  /** Returns whether there is a limit on how many use one of these at a time. */
  public boolean limits(Set<Resource> resources) {
    return !limiters.isEmpty() && resources.stream().anyMatch(limiters::containsKey);
  }

  /**
   * Takes one permit of each resource, now or when there is one.
   *
   * @param obsolete whether it need not wait any longer
   * @param later told if it had to wait: when all are there, or with {@link Permits#NONE} when it
   *     became obsolete; returns at once what is to be done then
   * @return what was taken; empty if it waits
   */
  public Optional<Permits> enter(
      Set<Resource> resources, BooleanSupplier obsolete, Function<Permits, Onward> later) {
    Admission[] self = new Admission[1];
    Admission admission =
        new Admission(
            of(resources),
            workers,
            obsolete,
            permits -> {
              waiting.remove(self[0]);
              return later.apply(permits);
            });
    self[0] = admission;
    waiting.add(admission);
    if (!admission.takesAll()) {
      return Optional.empty();
    }
    waiting.remove(admission);
    return Optional.of(admission.permits());
  }

  /** Takes one permit of each resource; waits for them on this thread. */
  public Permits acquire(Set<Resource> resources) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!limits(resources)) {
      return Permits.NONE;
    }
    CountDownLatch all = new CountDownLatch(1);
    Admission admission =
        new Admission(
            of(resources),
            workers,
            () -> false,
            permits -> {
              all.countDown();
              return null;
            });
    if (!admission.takesAll()) {
      await(admission, all);
    }
    return admission.permits();
  }

  private void await(Admission admission, CountDownLatch all) throws InterruptedException {
    try {
      all.await();
    } catch (InterruptedException e) {
      // Where it cannot leave, somebody is handing it a permit at this moment.
      while (all.getCount() > 0 && !admission.leaves()) {
        Thread.yield();
      }
      admission.givesUp();
      throw e;
    }
  }

  /** Waits until the next use of these may begin, where it is limited how often they begin. */
  public void awaitTurns(Set<Resource> resources) throws InterruptedException {
    if (!shares) {
      return;
    }
    Tenant tenant = options.tenant();
    for (Resource resource : resources) {
      Optional<Duration> apart = options.sharedPace(resource);
      if (apart.isPresent()) {
        shared.awaitTurn(tenant, resource, apart.get());
      }
    }
  }

  /** Lets those go on without permits whose waiting became obsolete; called again and again. */
  public void turnAwayObsolete() {
    for (Admission admission : waiting) {
      if (admission.isObsolete() && admission.leaves()) {
        admission.turnAway();
      }
    }
  }

  /** Does what may begin, and then what may begin after it, on the same thread. */
  public static void follow(@Nullable Onward first) {
    Onward onward = first;
    while (onward != null) {
      onward = onward.go();
    }
  }

  private List<Limiter> of(Set<Resource> resources) {
    List<Limiter> needed = new ArrayList<>(2);
    for (Resource resource : resources) {
      needed.addAll(limiters.getOrDefault(resource, List.of()));
    }
    return needed;
  }
}
