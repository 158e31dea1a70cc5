package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.LeadStore;
import dev.prospector.store.StoredResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads what became of leads, a page of them with a few queries. */
public final class ReadResults {

  private static final TypeReference<List<StepResult>> STEPS = new TypeReference<>() {};

  private final LeadRows leads;

  /** Where a lead stands and how it ended; no steps while it has not. */
  private record Place(long position, LeadId lead, @Nullable String steps) {}

  public ReadResults(LeadRows leads) {
    this.leads = leads;
  }

  public List<StoredResult> of(Handle handle, RunKey run, long from, int limit) {
    List<StoredResult> results = new ArrayList<>();
    long next = from;
    boolean more = true;
    while (more && results.size() < limit) {
      int asked = limit - results.size();
      List<Place> places = ended(handle, run, next, asked);
      results.addAll(results(handle, run, places));
      next += places.size();
      more = places.size() == asked;
    }
    return results;
  }

  /** Returns leads that follow one another and have ended. */
  private static List<Place> ended(Handle handle, RunKey run, long from, int limit) {
    return handle
        .createQuery(
            "select l.position, l.steps, "
                + InputRow.column("lead")
                + """
                 from prospector_run_lead l
                where l.tenant = :tenant and l.run = :run and l.position >= :from
                order by l.position limit :limit
                """)
        .bind("tenant", run.tenant())
        .bind("run", run.run())
        .bind("from", from)
        .bind("limit", limit)
        .map((row, context) -> place(row))
        .stream()
        .takeWhile(place -> place.steps() != null)
        .toList();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong("position"), LeadId.of(row.getString("lead")), row.getString("steps"));
  }

  private List<StoredResult> results(Handle handle, RunKey run, List<Place> places) {
    Tenant tenant = new Tenant(run.tenant());
    Set<LeadId> ids = places.stream().map(Place::lead).collect(Collectors.toSet());
    Map<LeadId, LeadStore.Stored> stored =
        leads.of(handle, tenant, ids).stream()
            .collect(Collectors.toMap(one -> one.lead().id(), one -> one));
    Map<Fingerprint, List<Snapshot>> snapshots =
        ReadSnapshots.of(
            handle,
            tenant,
            stored.values().stream()
                .flatMap(ReadResults::inputs)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    List<StoredResult> results = new ArrayList<>();
    for (Place place : places) {
      LeadStore.Stored one = stored.get(place.lead());
      if (one != null) {
        results.add(result(run, place, one, snapshots));
      }
    }
    return results;
  }

  private static Stream<Fingerprint> inputs(LeadStore.Stored stored) {
    return stored.dossier().entries().stream().map(entry -> entry.provenance().inputs());
  }

  private static StoredResult result(
      RunKey run,
      Place place,
      LeadStore.Stored stored,
      Map<Fingerprint, List<Snapshot>> snapshots) {
    Set<Snapshot> all = new LinkedHashSet<>(stored.lead().supplied());
    for (Entry<?> entry : stored.dossier().entries()) {
      all.addAll(snapshots.getOrDefault(entry.provenance().inputs(), List.of()));
    }
    String name = "lead " + place.position() + " of run '" + run.run() + "'";
    return new StoredResult(
        place.position(),
        stored.lead(),
        stored.dossier(),
        List.copyOf(all),
        Json.read(String.valueOf(place.steps()), STEPS, name));
  }
}
