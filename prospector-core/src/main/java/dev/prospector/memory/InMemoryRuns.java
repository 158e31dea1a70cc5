package dev.prospector.memory;

import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueStore;
import dev.prospector.store.StoredRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All runs of {@link InMemoryRunStore}. Guarded by the store's lock. */
final class InMemoryRuns {

  private final Map<Key, InMemoryRun> runs = new LinkedHashMap<>();
  private final List<InMemoryQueue.Entry> queued = new ArrayList<>();

  private record Key(Tenant tenant, RunId run) {}

  /** Returns those that wait or waited in the queue, in the order in which they came. */
  List<InMemoryQueue.Entry> queued() {
    return queued;
  }

  Collection<InMemoryRun> all() {
    return runs.values();
  }

  Optional<InMemoryRun> find(Tenant tenant, RunId run) {
    return Optional.ofNullable(runs.get(new Key(tenant, run)));
  }

  InMemoryRun open(
      Tenant tenant, RunId id, String pipeline, InMemoryRun.Opening opening, Instant now) {
    InMemoryRun run =
        runs.computeIfAbsent(
            new Key(tenant, id), key -> new InMemoryRun(tenant, id, pipeline, opening, now));
    if (!run.pipeline().equals(pipeline)) {
      throw new RunException(
          "run '"
              + id
              + "' was begun with pipeline '"
              + run.pipeline()
              + "', not '"
              + pipeline
              + "': choose another id, or the pipeline it was begun with");
    }
    return run;
  }

  /** Returns runs of all tenants in a state, in the order of tenants and ids. */
  List<QueueStore.OfTenant> list(RunState state, Optional<QueueStore.OfTenant> after, int limit) {
    Comparator<QueueStore.OfTenant> order =
        Comparator.comparing((QueueStore.OfTenant one) -> one.tenant().id())
            .thenComparing(one -> one.run().id().value());
    return runs.entrySet().stream()
        .filter(one -> one.getValue().state() == state)
        .map(one -> new QueueStore.OfTenant(one.getKey().tenant(), one.getValue().stored()))
        .filter(one -> after.isEmpty() || order.compare(one, after.get()) > 0)
        .sorted(order)
        .limit(limit)
        .toList();
  }

  int forget(Tenant tenant, String person) {
    int named = 0;
    for (Map.Entry<Key, InMemoryRun> one : runs.entrySet()) {
      named += one.getKey().tenant().equals(tenant) && one.getValue().forget(person) ? 1 : 0;
    }
    return named;
  }

  List<StoredRun> list(Tenant tenant, Optional<RunId> before, int limit) {
    List<StoredRun> latestFirst = new ArrayList<>();
    runs.forEach(
        (key, run) -> {
          if (key.tenant().equals(tenant)) {
            latestFirst.add(0, run.stored());
          }
        });
    latestFirst.sort(Comparator.comparing((StoredRun r) -> r.times().started()).reversed());
    int from = 0;
    if (before.isPresent()) {
      RunId id = before.get();
      if (find(tenant, id).isEmpty()) {
        throw new RunException("there is no run '" + id + "' of tenant '" + tenant + "'");
      }
      from = latestFirst.stream().map(StoredRun::id).toList().indexOf(id) + 1;
    }
    return latestFirst.stream().skip(from).limit(limit).toList();
  }
}
