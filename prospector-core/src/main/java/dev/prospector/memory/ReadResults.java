package dev.prospector.memory;

import dev.prospector.dossier.Entry;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.store.StoredResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the results of a run, with the texts that their sections rest on. */
record ReadResults(InMemoryJournal journal, InMemoryLeadStore leads) {

  /** Returns at most so many results, from a position up to the first lead that has not ended. */
  List<StoredResult> read(Tenant tenant, InMemoryRun run, long from, int limit) {
    List<StoredResult> results = new ArrayList<>();
    for (long at = from; results.size() < limit && run.hasEnded(at); at++) {
      result(tenant, run, at).ifPresent(results::add);
    }
    return results;
  }

  private Optional<StoredResult> result(Tenant tenant, InMemoryRun run, long position) {
    InMemoryLead place = run.place(position);
    return leads
        .find(tenant, place.accepted().id())
        .map(
            stored ->
                new StoredResult(
                    position,
                    stored.lead(),
                    stored.dossier(),
                    snapshots(tenant, stored),
                    place.steps()));
  }

  private List<Snapshot> snapshots(Tenant tenant, LeadStore.Stored stored) {
    Set<Snapshot> snapshots = new LinkedHashSet<>(stored.lead().supplied());
    for (Entry<?> entry : stored.dossier().entries()) {
      journal
          .find(tenant, entry.provenance().inputs())
          .ifPresent(step -> snapshots.addAll(step.snapshots()));
    }
    return List.copyOf(snapshots);
  }
}
