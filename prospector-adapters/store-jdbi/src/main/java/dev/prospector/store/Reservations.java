package dev.prospector.store;

import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.lead.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The reservations that are open. Each bears its owner, a process, and the end of its lease, which
 * the owner renews while it lives.
 *
 * @param owner this process
 * @param lease how long a reservation stands after its owner was last heard of
 */
record Reservations(String owner, Duration lease) {

  /** How long an expired one is kept, for an owner that was only slow to settle. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** A reservation whose owner is silent. */
  record Lost(Reservation reservation, LocalDate day, Instant now) {}

  /** Returns reservations of other owners whose lease is over, of one tenant. */
  List<Lost> lost(Handle handle, Tenant tenant, Instant now) {
    return handle
        .createQuery(
            """
            select id, run, day, currency, money, tokens, calls from prospector_reservation
            where expired = 0 and lease_end < :now and tenant = :tenant and owner <> :owner
            order by id
            """)
        .bind("now", now.toEpochMilli())
        .bind("tenant", tenant.id())
        .bind("owner", owner)
        .map(
            (row, context) -> {
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
            })
        .list();
  }

  /** Marks a lost reservation, and returns whether it still was one. */
  boolean expire(Handle handle, Lost lost) {
    return handle
            .createUpdate(
                """
                update prospector_reservation set expired = 1
                where tenant = :tenant and id = :id and expired = 0 and lease_end < :now
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
                + ") returning id, expired");
    int i = 0;
    for (Reservation reservation : settled) {
      query.bind(i++, reservation.account().tenant().id()).bind(i++, reservation.id());
    }
    query
        .map((row, context) -> removed.put(row.getString("id"), row.getInt("expired") != 0) == null)
        .list();
    return removed;
  }

  void insert(Transaction transaction, List<BudgetRequest.Reserve> granted) throws SQLException {
    Rows rows =
        transaction.inserts(
            """
            insert into prospector_reservation (tenant, id, run, day, currency, money, tokens,
              calls, owner, lease_end, expired)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """,
            2);
    for (BudgetRequest.Reserve reserve : granted) {
      Usage atMost = reserve.atMost();
      rows.add(
          reserve.account().tenant().id(),
          reserve.id(owner),
          reserve.account().run(),
          reserve.day().toString(),
          SpendingRows.currency(atMost),
          SpendingRows.amount(atMost),
          atMost.tokens(),
          atMost.calls(),
          owner,
          reserve.now().plus(lease).toEpochMilli());
    }
    rows.execute();
  }

  /** Says that this process lives; in a transaction of its own, as it locks many rows. */
  void renew(Handle handle, Instant now) {
    handle
        .createUpdate(
            """
            update prospector_reservation set lease_end = :end where owner = :owner and expired = 0
            """)
        .bind("end", now.plus(lease).toEpochMilli())
        .bind("owner", owner)
        .execute();
    handle
        .createUpdate(
            "delete from prospector_reservation where expired = 1 and lease_end < :longAgo")
        .bind("longAgo", now.minus(KEPT).toEpochMilli())
        .execute();
  }
}
