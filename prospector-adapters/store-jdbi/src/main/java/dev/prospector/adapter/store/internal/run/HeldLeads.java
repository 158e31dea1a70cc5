package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Leads of runs that this store object holds, locked in one order until the transaction ends. */
final class HeldLeads {

  private static final String QUERY =
      """
      select position, status, steps, owner, token, commits, begun, lost, executions
      from prospector_run_lead where tenant = ? and run = ? and %s and owner = ?
      order by position for update\
      """;
  private static final String STORE =
      """
      update prospector_run_lead set status = ?, steps = cast(? as json), owner = ?, commits = ?,
        begun = cast(? as bigint), lost = ?, executions = cast(? as json)
      where tenant = ? and run = ? and position = ?
      """;

  private final Map<RunKey, Map<Long, HeldLead>> held = new TreeMap<>();
  private final Dialect dialect;

  /** Begins with those that are locked. */
  HeldLeads(Dialect dialect, List<Asked<List<HeldLead>>> locked) throws SQLException {
    this.dialect = dialect;
    for (Asked<List<HeldLead>> ofRun : locked) {
      for (HeldLead lead : ofRun.get()) {
        held.computeIfAbsent(lead.run(), key -> new TreeMap<>()).put(lead.position(), lead);
      }
    }
  }

  /** Asks for the leads of requests, run by run. */
  static List<Asked<List<HeldLead>>> lock(
      Transaction transaction, Dialect dialect, Owner owner, List<? extends RunRequest<?>> requests)
      throws SQLException {
    List<Asked<List<HeldLead>>> locked = new ArrayList<>();
    String query = dialect.sql(QUERY.formatted(dialect.among("position")));
    for (Map.Entry<RunKey, SortedSet<Long>> asked : positions(requests).entrySet()) {
      RunKey run = asked.getKey();
      String positions = dialect.list(asked.getValue());
      Bound bound = Bound.of(query, run.tenant(), run.run(), positions, owner.id());
      locked.add(transaction.ask(bound, row -> new HeldLead(run, row)));
    }
    return locked;
  }

  private static SortedMap<RunKey, SortedSet<Long>> positions(
      List<? extends RunRequest<?>> requests) {
    SortedMap<RunKey, SortedSet<Long>> positions = new TreeMap<>();
    for (RunRequest<?> request : requests) {
      if (request instanceof CommitRequest commit) {
        positions.computeIfAbsent(commit.run(), k -> new TreeSet<>()).add(commit.position());
      } else if (request instanceof RunRequest.Release release) {
        positions.computeIfAbsent(release.run(), k -> new TreeSet<>()).add(release.position());
      }
    }
    return positions;
  }

  /** Returns what would give back everything that an owner holds. */
  static List<RunRequest.Release> of(Handle handle, Owner owner) {
    return handle
        .createQuery(
            """
            select tenant, run, position, token from prospector_run_lead
            where status is null and owner is not null and owner = ?
            """)
        .bind(0, owner.id())
        .map(
            (row, context) ->
                new RunRequest.Release(
                    new RunKey(row.getString("tenant"), row.getString("run")),
                    row.getLong("position"),
                    row.getLong("token")))
        .list();
  }

  /** Returns the lead if this is the lease that was given on it last. */
  Optional<HeldLead> find(RunKey run, long position, long token) {
    return Optional.ofNullable(held.getOrDefault(run, Map.of()).get(position))
        .filter(lead -> lead.isLatest(token));
  }

  void store(Transaction transaction) throws SQLException {
    Rows rows = transaction.changes(dialect.sql(STORE));
    held.values().forEach(leads -> leads.values().forEach(lead -> rows.add(lead.values())));
    rows.execute();
  }
}
