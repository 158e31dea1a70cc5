package dev.prospector.memory;

import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StoredRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All runs of {@link InMemoryRunStore}. Guarded by the store's lock. */
final class InMemoryRuns {

  private final Map<Key, InMemoryRun> runs = new LinkedHashMap<>();

  private record Key(Tenant tenant, RunId run) {}

  Collection<InMemoryRun> all() {
    return runs.values();
  }

  Optional<InMemoryRun> find(Tenant tenant, RunId run) {
    return Optional.ofNullable(runs.get(new Key(tenant, run)));
  }

  InMemoryRun open(Tenant tenant, RunId id, String pipeline, Supplier<InMemoryRun> begin) {
    InMemoryRun run = runs.computeIfAbsent(new Key(tenant, id), key -> begin.get());
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
