package dev.prospector.store;

import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.lead.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The reservations that are open. They come back when their owner does not live any more, but for
 * those under which a call was intended of which nobody knows how it ended.
 *
 * @param owner this store object
 */
record Reservations(Owner owner) {

  /** How long an expired one is kept, for an owner that was only slow to settle. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** A reservation whose owner is silent. */
  record Lost(Reservation reservation, LocalDate day, Instant now) {}

  /** Returns reservations of one tenant whose owners do not live. */
  List<Lost> lost(Handle handle, Tenant tenant, Instant now) {
    SortedSet<String> living = owner.living(handle, now);
    Query query =
        handle.createQuery(
            """
            select id, run, day, currency, money, tokens, calls from prospector_reservation r
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
            row.getLong("calls"));
    Account account = new Account(tenant, row.getString("run"));
    return new Lost(
        new Reservation(row.getString("id"), account, atMost),
        LocalDate.parse(row.getString("day")),
        now);
  }

  /** Marks a lost reservation, and returns whether it still was one. */
  boolean expire(Handle handle, Lost lost) {
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

  /** Removes reservations, and returns those that there were: for each id, whether it expired. */
  Map<String, Boolean> remove(Handle handle, List<Reservation> settled) {
    Map<String, Boolean> removed = new HashMap<>();
    if (settled.isEmpty()) {
      return removed;
    }
    Query query =
        handle.createQuery(
            "delete from prospector_reservation where (tenant, id) in (values "
                + Tuples.of(settled.size(), 2)
                + ") returning id, expired_at");
    int i = 0;
    for (Reservation reservation : settled) {
      query.bind(i++, reservation.account().tenant().id()).bind(i++, reservation.id());
    }
    query
        .map(
            (row, context) ->
                removed.put(row.getString("id"), row.getString("expired_at") != null) == null)
        .list();
    return removed;
  }

  void insert(Transaction transaction, List<BudgetRequest.Reserve> granted) throws SQLException {
    if (!granted.isEmpty()) {
      owner.holdsMore(transaction, granted.get(granted.size() - 1).now());
    }
    Rows rows =
        transaction.inserts(
            """
            insert into prospector_reservation (tenant, id, run, day, currency, money, tokens,
              calls, owner)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
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
          owner.id());
    }
    rows.execute();
  }

  /** Removes what expired long ago. */
  static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate("delete from prospector_reservation where expired_at < :longAgo")
        .bind("longAgo", now.minus(KEPT).toEpochMilli())
        .execute();
  }
}
