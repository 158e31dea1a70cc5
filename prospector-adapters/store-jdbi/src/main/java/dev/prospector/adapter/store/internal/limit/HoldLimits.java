package dev.prospector.adapter.store.internal.limit;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.adapter.store.internal.sql.Write;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Gives out what limits allow, in one order of locks, and after all other rows are locked. */
public final class HoldLimits implements Write<LimitRequest, Object> {

  private static final String LIMITS =
      """
      select tenant, name, asked, turn from prospector_limit
      where (tenant, name) in (values %s) order by tenant, name for update\
      """;
  private static final String HOLDINGS =
      """
      select tenant, name, holder, owner, held, wanted, since from prospector_holding
      where (tenant, name) in (values %s)
      """;

  private final Dialect dialect;
  private final Owner owner;
  private final Clock clock;

  public HoldLimits(Dialect dialect, Owner owner, Clock clock) {
    this.dialect = dialect;
    this.owner = owner;
    this.clock = clock;
  }

  @Override
  public int rank() {
    return 3;
  }

  @Override
  public List<Object> write(Transaction transaction, List<LimitRequest> requests)
      throws SQLException {
    Instant now = clock.instant();
    SortedMap<LimitRequest.Key, SharedLimit> limits = lock(transaction, requests, now);
    List<Object> answers = new ArrayList<>();
    for (LimitRequest request : requests) {
      SharedLimit limit = Objects.requireNonNull(limits.get(request.key()));
      answers.add(answer(limit, request, now));
    }
    owner.holdsMore(transaction, now);
    store(transaction, limits.values());
    return answers;
  }

  private static Object answer(SharedLimit limit, LimitRequest request, Instant now) {
    if (request instanceof LimitRequest.Turn turn) {
      return limit.book(turn.apart(), now);
    } else if (request instanceof LimitRequest.Ended ended) {
      return limit.end(ended.end());
    }
    return limit.hold((LimitRequest.Hold) request);
  }

  private SortedMap<LimitRequest.Key, SharedLimit> lock(
      Transaction transaction, List<LimitRequest> requests, Instant now) throws SQLException {
    SortedSet<LimitRequest.Key> keys =
        requests.stream().map(LimitRequest::key).collect(Collectors.toCollection(TreeSet::new));
    Rows missing =
        transaction.inserts(
            """
            insert into prospector_limit (tenant, name, asked) values (?, ?, 0)
            on conflict do nothing
            """,
            2);
    keys.forEach(key -> missing.add(key.tenant(), key.name()));
    missing.execute();
    SortedMap<LimitRequest.Key, SharedLimit> limits = new TreeMap<>();
    query(transaction.handle(), dialect.sql(LIMITS), keys)
        .map(
            (row, context) ->
                new SharedLimit(
                    new LimitRequest.Key(row.getString("tenant"), row.getString("name")),
                    row.getLong("asked"),
                    Optional.ofNullable(row.getString("turn")).map(Instant::parse).orElse(null)))
        .forEach(limit -> limits.put(limit.key(), limit));
    addHoldings(transaction.handle(), limits, now);
    return limits;
  }

  /** What a dead holder held is free. */
  private void addHoldings(
      Handle handle, SortedMap<LimitRequest.Key, SharedLimit> limits, Instant now) {
    SortedSet<String> living = owner.living(handle, now);
    query(handle, HOLDINGS, limits.keySet())
        .map(
            (row, context) -> {
              LimitRequest.Key key =
                  new LimitRequest.Key(row.getString("tenant"), row.getString("name"));
              if (living.contains(row.getString("owner"))) {
                Objects.requireNonNull(limits.get(key))
                    .add(
                        row.getString("holder"),
                        new SharedLimit.Holding(
                            row.getLong("held"), row.getLong("wanted"), row.getLong("since")));
              }
              return key;
            })
        .list();
  }

  private static Query query(Handle handle, String sql, Collection<LimitRequest.Key> keys) {
    Query query = handle.createQuery(sql.formatted(Tuples.of(keys.size(), 2)));
    int i = 0;
    for (LimitRequest.Key key : keys) {
      query.bind(i++, key.tenant()).bind(i++, key.name());
    }
    return query;
  }

  private void store(Transaction transaction, Collection<SharedLimit> limits) throws SQLException {
    Rows rows =
        transaction.rows(
            "update prospector_limit set asked = ?, turn = ? where tenant = ? and name = ?");
    Rows removed =
        transaction.rows(
            "delete from prospector_holding where tenant = ? and name = ? and holder = ?");
    Rows held =
        transaction.inserts(
            """
            insert into prospector_holding (tenant, name, holder, owner, held, wanted, since)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, name, holder) do update set held = excluded.held,
              wanted = excluded.wanted, since = excluded.since
            """,
            3);
    for (SharedLimit limit : limits) {
      String tenant = limit.key().tenant();
      String name = limit.key().name();
      @Nullable Instant turn = limit.turn();
      rows.add(limit.asked(), turn == null ? null : turn.toString(), tenant, name);
      for (String holder : limit.changed()) {
        SharedLimit.Holding now = limit.holding(holder);
        if (now == null) {
          removed.add(tenant, name, holder);
        } else {
          held.add(tenant, name, holder, owner.id(), now.held(), now.wanted(), now.since());
        }
      }
    }
    rows.execute();
    removed.execute();
    held.execute();
  }

  /** Removes what those held who are not heard of any more. */
  public static void sweep(Handle handle) {
    handle.execute(
        "delete from prospector_holding where owner not in (select owner from prospector_owner)");
  }
}
