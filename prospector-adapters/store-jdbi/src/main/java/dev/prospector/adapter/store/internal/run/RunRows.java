package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.error.RunException;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueStore;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Runs that are held against everybody else until the transaction ends, locked in one order. */
public final class RunRows {

  private static final String QUERY =
      "select " + RunRow.COLUMNS + " from prospector_run where (tenant, run) in (values %s)";
  private static final String STORE =
      """
      update prospector_run set state = ?, wish = ?, accepted = ?, complete = ?, enriched = ?,
        failed = ?, skipped = ?, ended = ?, last_event = ?, waiting = ?, archived = ?,
        started = ?, person = ?, turn = cast(? as bigint), holder = ?,
        notes = cast(? as json)
      where tenant = ? and run = ?
      """;

  private final Map<RunKey, RunRow> rows = new TreeMap<>();

  /** Begins with those that are locked. */
  public RunRows(Asked<List<RunRow>> locked) throws SQLException {
    locked.get().forEach(run -> rows.put(run.key(), run));
  }

  /** Asks for runs. */
  public static Asked<List<RunRow>> lock(
      Transaction transaction, Dialect dialect, SortedSet<RunKey> keys) throws SQLException {
    if (keys.isEmpty()) {
      return Asked.known(List.of());
    }
    String query = QUERY.formatted(Tuples.of(keys.size(), 2)) + " order by tenant, run for update";
    Object[] values = keys.stream().flatMap(k -> Stream.of(k.tenant(), k.run())).toArray();
    return transaction.ask(Bound.of(dialect.sql(query), values), RunRow::new);
  }

  /** Returns a run, without holding it. */
  public static Optional<RunRow> read(Handle handle, RunKey key) {
    return handle
        .createQuery(QUERY.formatted(Tuples.of(1, 2)))
        .bind(0, key.tenant())
        .bind(1, key.run())
        .map((row, context) -> new RunRow(row))
        .findFirst();
  }

  /** Returns runs that began before another one, the latest first. */
  public static List<RunRow> before(
      Handle handle, Tenant tenant, long serial, String run, int limit) {
    return handle
        .createQuery(
            "select "
                + RunRow.COLUMNS
                + " from prospector_run where tenant = ? and (serial, run) < (?, ?)"
                + " order by serial desc, run desc limit ?")
        .bind(0, tenant.id())
        .bind(1, serial)
        .bind(2, run)
        .bind(3, limit)
        .map((row, context) -> new RunRow(row))
        .list();
  }

  /** Returns runs of all tenants, by a condition and an order. */
  static List<QueueStore.OfTenant> ofTenants(
      Handle handle, Contexts contexts, String which, UnaryOperator<Query> bound) {
    return bound
        .apply(
            handle.createQuery("select " + RunRow.COLUMNS + " from prospector_run where " + which))
        .map((row, context) -> new RunRow(row))
        .list()
        .stream()
        .map(
            row ->
                new QueueStore.OfTenant(
                    new Tenant(row.key().tenant()), row.stored(contexts, handle)))
        .toList();
  }

  /** Returns the runs that end as soon as their leads have no holder. */
  public static List<RunKey> toldToEnd(Handle handle) {
    return handle
        .createQuery("select tenant, run from prospector_run where wish <> state limit 1000")
        .map((row, context) -> new RunKey(row.getString("tenant"), row.getString("run")))
        .list();
  }

  /** Returns the weeks in which runs began whose events can be archived. */
  public static List<LocalDate> weeksToArchive(Handle handle) {
    return handle
        .createQuery(
            """
            select distinct cast(week as text) as week from prospector_run
            where ended is not null and archived < last_event order by week
            """)
        .mapTo(String.class)
        .map(LocalDate::parse)
        .list();
  }

  /** Returns the runs of a week whose events can be archived. */
  public static List<RunRow> toArchive(Handle handle, Dialect dialect, LocalDate week) {
    return handle
        .createQuery(
            dialect.sql(
                "select "
                    + RunRow.COLUMNS
                    + " from prospector_run where week = cast(? as date)"
                    + " and ended is not null and archived < last_event order by tenant, run"))
        .bind(0, week.toString())
        .map((row, context) -> new RunRow(row))
        .list();
  }

  /** Returns runs of which events are there that are in an archive too. */
  public static List<RunRow> withArchivedEvents(Handle handle) {
    return handle
        .createQuery(
            "select "
                + RunRow.COLUMNS
                + " from prospector_run r where archived > 0"
                + " and exists (select 1 from prospector_event e where e.tenant = r.tenant"
                + " and e.run = r.run and e.week = r.week and e.number <= r.archived)")
        .map((row, context) -> new RunRow(row))
        .list();
  }

  /** Returns a run that is there. */
  public RunRow get(RunKey key) {
    RunRow row = rows.get(key);
    if (row == null) {
      throw unknown(key);
    }
    return row;
  }

  public static RunException unknown(RunKey key) {
    return new RunException("there is no run '" + key.run() + "' of tenant '" + key.tenant() + "'");
  }

  public void store(Transaction transaction, Dialect dialect) throws SQLException {
    Rows stored = transaction.rows(dialect.sql(STORE));
    rows.values().stream().filter(RunRow::isChanged).forEach(row -> stored.add(row.values()));
    stored.execute();
  }
}
