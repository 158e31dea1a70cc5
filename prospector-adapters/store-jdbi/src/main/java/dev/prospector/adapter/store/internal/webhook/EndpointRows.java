package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Nanos;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The endpoints of webhooks as they are stored. */
final class EndpointRows {

  private static final String SELECT =
      "select " + EndpointRow.COLUMNS + " from prospector_endpoint";
  private static final String LOCK =
      SELECT + " where tenant = ? and endpoint = ? for no key update";
  private static final String ADD =
      """
      insert into prospector_endpoint (tenant, endpoint, version, types, concurrency, per_minute,
        ordered, format, sealed, state, failing_since, last_failure, paused_until, paced, served,
        turn)
      values (?, ?, 0, cast(? as json), ?, ?, ?, ?, ?, ?, cast(? as bigint), cast(? as bigint),
        cast(? as bigint), 0, 0, '')
      on conflict do nothing
      """;
  private static final String CHANGE =
      """
      update prospector_endpoint set version = version + 1, types = cast(? as json),
        concurrency = ?, per_minute = ?, ordered = ?, format = ?, sealed = ?, state = ?,
        failing_since = cast(? as bigint), last_failure = cast(? as bigint),
        paused_until = cast(? as bigint)
      where tenant = ? and endpoint = ? and version = ?
      """;
  private static final String HEALTH =
      """
      update prospector_endpoint set version = ?, state = ?, failing_since = cast(? as bigint),
        last_failure = cast(? as bigint), paused_until = cast(? as bigint)
      where tenant = ? and endpoint = ?
      """;

  private EndpointRows() {}

  static Optional<EndpointRow> find(Handle handle, EndpointKey key) {
    return handle
        .createQuery(SELECT + " where tenant = ? and endpoint = ?")
        .bind(0, key.tenant())
        .bind(1, key.endpoint())
        .map((row, context) -> EndpointRow.read(row))
        .findOne();
  }

  /** Returns the endpoints of a tenant in the order of their ids. */
  static List<EndpointRow> ofTenant(Handle handle, String tenant) {
    return handle
        .createQuery(SELECT + " where tenant = ? order by endpoint")
        .bind(0, tenant)
        .map((row, context) -> EndpointRow.read(row))
        .list();
  }

  /** Returns every endpoint, in the order in which they are locked. */
  static List<EndpointKey> all(Handle handle) {
    return handle
        .createQuery("select tenant, endpoint from prospector_endpoint order by tenant, endpoint")
        .map((row, context) -> new EndpointKey(row.getString("tenant"), row.getString("endpoint")))
        .list();
  }

  /**
   * Holds endpoints against everybody but who only writes messages for them. Those that are not
   * there are left out.
   */
  static SortedMap<EndpointKey, EndpointRow> lock(
      Transaction transaction, Dialect dialect, SortedSet<EndpointKey> keys) throws SQLException {
    SortedMap<EndpointKey, EndpointRow> locked = new TreeMap<>();
    String lock = dialect.sql(LOCK);
    for (EndpointKey key : keys) {
      transaction
          .query(lock, EndpointRow::read, key.tenant(), key.endpoint())
          .forEach(row -> locked.put(key, row));
    }
    return locked;
  }

  /** Adds an endpoint, and returns whether its id was free. */
  static boolean add(Transaction transaction, Dialect dialect, EndpointRow row)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.key().tenant());
    values.add(row.key().endpoint());
    values.addAll(Arrays.asList(row.values()));
    return one(transaction.rows(dialect.sql(ADD)), values);
  }

  /** Replaces what owners choose, and returns whether it still had the row's version. */
  static boolean change(Transaction transaction, Dialect dialect, EndpointRow row)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(Arrays.asList(row.values()));
    values.add(row.key().tenant());
    values.add(row.key().endpoint());
    values.add(row.version());
    return one(transaction.rows(dialect.sql(CHANGE)), values);
  }

  /** Writes how endpoints are doing. */
  static void storeHealth(Transaction transaction, Collection<EndpointRow> rows)
      throws SQLException {
    Rows stored = transaction.rows(HEALTH);
    for (EndpointRow row : rows) {
      stored.add(
          row.version(),
          row.health().state().name(),
          Nanos.of(row.health().failingSince()),
          Nanos.of(row.health().lastFailure()),
          Nanos.of(row.health().pausedUntil()),
          row.key().tenant(),
          row.key().endpoint());
    }
    stored.execute();
  }

  /** Removes an endpoint with its deliveries, once no transaction writes messages for it. */
  static boolean remove(Transaction transaction, EndpointKey key) throws SQLException {
    boolean removed =
        one(
            transaction.rows("delete from prospector_endpoint where tenant = ? and endpoint = ?"),
            List.of(key.tenant(), key.endpoint()));
    one(
        transaction.rows("delete from prospector_delivery where tenant = ? and endpoint = ?"),
        List.of(key.tenant(), key.endpoint()));
    return removed;
  }

  private static boolean one(Rows rows, List<? extends @Nullable Object> values)
      throws SQLException {
    rows.add(values.toArray());
    return rows.changed().get(0);
  }
}
