package dev.prospector.adapter.store.internal.spending;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.lead.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The open reservations. They are released when their owner is dead, except those under which a
 * call was intended that has an unknown outcome.
 *
 * @param owner this store object
 */
public record Reservations(Owner owner, Dialect dialect) {

  /** How long an expired one is kept, for an owner that was only slow to settle. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** A reservation whose owner is silent. */
  public record Lost(Reservation reservation, LocalDate day, Instant now) {}

  /** A reservation that was settled, perhaps after it had expired. */
  public record Removed(String id, boolean expired) {
    private static Removed read(ResultSet row) throws SQLException {
      return new Removed(row.getString("id"), row.getString("expired_at") != null);
    }
  }

  /** Returns reservations of one tenant whose owners do not live. */
  public List<Lost> lost(Handle handle, Tenant tenant, Instant now) {
    SortedSet<String> living = owner.living(handle, now);
    Query query =
        handle.createQuery(
            """
            select id, run, day, currency, money, tokens, calls, leads from prospector_reservation r
            where tenant = ? and expired_at is null and owner not in (%s)
              and not exists (select 1 from prospector_call c
                where c.tenant = r.tenant and c.ending is null and c.reservation ->> 'id' = r.id)
            order by id
            """
                .formatted(Tuples.places(living.size())));
    query.bind(0, tenant.id());
    int i = 1;
    for (String one : living) {
      query.bind(i++, one);
    }
    return query.map((row, context) -> lost(row, tenant, now)).list();
  }

  private static Lost lost(ResultSet row, Tenant tenant, Instant now) throws SQLException {
    Usage atMost =
        SpendingRows.usage(
            row.getString("money"),
            row.getString("currency"),
            row.getLong("tokens"),
            row.getLong("calls"),
            row.getLong("leads"));
    Account account = new Account(tenant, row.getString("run"));
    return new Lost(
        new Reservation(row.getString("id"), account, atMost),
        LocalDate.parse(row.getString("day")),
        now);
  }

  /** Marks a lost reservation, and returns whether it still was one. */
  public boolean expire(Handle handle, Lost lost) {
    return handle
            .createUpdate(
                """
                update prospector_reservation set expired_at = :now
                where tenant = :tenant and id = :id and expired_at is null
                  and not exists (select 1 from prospector_call c where c.tenant = :tenant
                    and c.ending is null and c.reservation ->> 'id' = :id)
                """)
            .bind("tenant", lost.reservation().account().tenant().id())
            .bind("id", lost.reservation().id())
            .bind("now", lost.now().toEpochMilli())
            .execute()
        > 0;
  }

  /** Removes reservations, tenant by tenant, and asks which there were. */
  public List<Asked<List<Removed>>> remove(Transaction transaction, List<Reservation> settled)
      throws SQLException {
    SortedMap<String, SortedSet<String>> ids = new TreeMap<>();
    for (Reservation reservation : settled) {
      String tenant = reservation.account().tenant().id();
      ids.computeIfAbsent(tenant, key -> new TreeSet<>()).add(reservation.id());
    }
    List<Asked<List<Removed>>> removed = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> tenant : ids.entrySet()) {
      Bound delete =
          Bound.of(
              "delete from prospector_reservation where tenant = ? and "
                  + dialect.amongTexts("id")
                  + " returning id, expired_at",
              tenant.getKey(),
              dialect.texts(tenant.getValue()));
      removed.add(transaction.ask(delete, Removed::read));
    }
    return removed;
  }

  public void insert(Transaction transaction, List<BudgetRequest.Reserve> granted)
      throws SQLException {
    if (!granted.isEmpty()) {
      owner.holdsMore(transaction, granted.get(granted.size() - 1).now());
    }
    Rows rows =
        transaction.inserts(
            """
            insert into prospector_reservation (tenant, id, run, day, currency, money, tokens,
              calls, leads, owner)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            2);
    for (BudgetRequest.Reserve reserve : granted) {
      Usage atMost = reserve.atMost();
      rows.add(
          reserve.account().tenant().id(),
          reserve.id(owner.id()),
          reserve.account().run(),
          reserve.day().toString(),
          SpendingRows.currency(atMost),
          SpendingRows.amount(atMost),
          atMost.tokens(),
          atMost.calls(),
          atMost.leads(),
          owner.id());
    }
    rows.execute();
  }

  /** Removes what expired long ago. */
  public static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate("delete from prospector_reservation where expired_at < :longAgo")
        .bind("longAgo", now.minus(KEPT).toEpochMilli())
        .execute();
  }
}
