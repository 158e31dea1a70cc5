package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what many steps kept, on one state of the database. */
public final class ReadSnapshots {

  /** So many steps at a time, as a statement has only so many places. */
  private static final int AT_A_TIME = 1000;

  private static final String STEPS =
      """
      select inputs, run, lead, section, format, value, provenance, owners, calls, snapshots,
        checksum
      from prospector_step where tenant = ? and snapshots > 0 and inputs in (%s)
      """;
  private static final String SNAPSHOTS =
      """
      select s.inputs, s.sha256, s.kind, s.address, s.media_type, s.publisher, s.captured_at,
        t.content
      from prospector_snapshot s
      join prospector_text t
        on t.tenant = s.tenant and t.lead = s.lead and t.sha256 = s.sha256
      where s.tenant = ? and s.inputs in (%s) order by s.inputs, s.position
      """;

  private ReadSnapshots() {}

  /** Returns the snapshots of those steps that are there and kept any. */
  public static Map<Fingerprint, List<Snapshot>> of(
      Handle handle, Tenant tenant, Set<Fingerprint> steps) {
    Map<Fingerprint, List<Snapshot>> all = new HashMap<>();
    List<Fingerprint> list = List.copyOf(steps);
    for (int from = 0; from < list.size(); from += AT_A_TIME) {
      read(handle, tenant, list.subList(from, Math.min(list.size(), from + AT_A_TIME)), all);
    }
    return all;
  }

  private static void read(
      Handle handle,
      Tenant tenant,
      List<Fingerprint> inputs,
      Map<Fingerprint, List<Snapshot>> all) {
    query(handle, SNAPSHOTS, tenant, inputs)
        .map(
            (row, context) ->
                all.computeIfAbsent(
                        Fingerprint.parse(row.getString("inputs")), k -> new ArrayList<>())
                    .add(ReadSteps.snapshot(row)))
        .list();
    query(handle, STEPS, tenant, inputs)
        .map((row, context) -> ReadSteps.checked(row, tenant))
        .forEach(
            step ->
                step.check(all.getOrDefault(Fingerprint.parse(step.row().inputs()), List.of())));
  }

  private static Query query(
      Handle handle, String sql, Tenant tenant, Collection<Fingerprint> inputs) {
    Query query = handle.createQuery(sql.formatted(Tuples.places(inputs.size())));
    query.bind(0, tenant.id());
    int i = 1;
    for (Fingerprint one : inputs) {
      query.bind(i++, one.toString());
    }
    return query;
  }
}
