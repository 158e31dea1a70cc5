package dev.prospector.memory;

import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Tenant;
import dev.prospector.store.ContextStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Contexts of this process. */
public final class InMemoryContextStore implements ContextStore {

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Tenant, Versions> tenants = new HashMap<>();

  /** What one tenant wrote. */
  private static final class Versions {
    private final TreeMap<Long, Version> byNumber = new TreeMap<>();
    private long last;
  }

  /**
   * Creates a store without contexts.
   *
   * @param clock tells when versions are written
   */
  public InMemoryContextStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Version save(Tenant tenant, BusinessContext context, String person) {
    return in(
        tenant,
        versions -> {
          Optional<Version> newest = newest(versions);
          if (newest.filter(version -> version.context().equals(context)).isPresent()) {
            return newest.get();
          }
          Version next = new Version(++versions.last, context, person, clock.instant());
          versions.byNumber.put(next.number(), next);
          return next;
        });
  }

  private static Optional<Version> newest(Versions versions) {
    return Optional.ofNullable(versions.byNumber.lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public Optional<Version> newest(Tenant tenant) {
    return in(tenant, InMemoryContextStore::newest);
  }

  @Override
  public Optional<Version> find(Tenant tenant, long number) {
    return in(tenant, versions -> Optional.ofNullable(versions.byNumber.get(number)));
  }

  @Override
  public List<Version> versions(Tenant tenant, long before, int limit) {
    long end = before == 0 ? Long.MAX_VALUE : before;
    return in(
        tenant,
        versions ->
            versions.byNumber.headMap(end, false).descendingMap().values().stream()
                .limit(limit)
                .toList());
  }

  @Override
  public boolean remove(Tenant tenant, long number) {
    return in(tenant, versions -> versions.byNumber.remove(number) != null);
  }

  @Override
  public int forget(Tenant tenant, String person) {
    return in(
        tenant,
        versions -> {
          List<Version> named = new ArrayList<>(versions.byNumber.values());
          named.removeIf(version -> person.isEmpty() || !version.person().equals(person));
          named.forEach(
              v ->
                  versions.byNumber.put(
                      v.number(), new Version(v.number(), v.context(), "", v.at())));
          return named.size();
        });
  }

  private <R> R in(Tenant tenant, Function<Versions, R> work) {
    lock.lock();
    try {
      return work.apply(tenants.computeIfAbsent(tenant, t -> new Versions()));
    } finally {
      lock.unlock();
    }
  }
}
