package dev.prospector.adapter.store.internal.process;

import dev.prospector.adapter.store.internal.sql.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * This store object among all that hold leads or reservations of the same store. Its heartbeat is
 * one row, which it renews; an owner without a heartbeat for the length of the lease may be taken
 * over, and at once if its process has ended on this machine.
 */
public final class Owner {

  /** So long the row of an owner is kept after its lease. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final String id;
  private final Duration lease;
  private final OwnerProcess process = OwnerProcess.own();
  private volatile Instant renewed = Instant.EPOCH;
  private volatile boolean holds;

  /**
   * Creates an owner that is not registered yet.
   *
   * @param id unique among all store objects
   * @param lease so long it need not be heard of
   */
  public Owner(String id, Duration lease) {
    this.id = id;
    this.lease = lease;
  }

  public String id() {
    return id;
  }

  /** Has to be called in the transaction that gives something out in its name. */
  public void holdsMore(Transaction transaction, Instant now) {
    holds = true;
    if (!renewed.plus(lease.dividedBy(2)).isAfter(now)) {
      renew(transaction.handle(), now);
    }
  }

  /** Says that this owner lives, if it holds anything; in transactions of its own. */
  public void beat(Jdbi writer, Instant now) {
    if (holds) {
      writer.useTransaction(handle -> renew(handle, now));
      renewed = now;
    }
    writer.useTransaction(handle -> sweep(handle, now));
  }

  private void renew(Handle handle, Instant now) {
    handle
        .createUpdate(
            """
            insert into prospector_owner (owner, machine, process, began, lease_end)
            values (:owner, :machine, :process, :began, :end)
            on conflict (owner) do update set lease_end = excluded.lease_end
            """)
        .bind("owner", id)
        .bind("machine", process.machine())
        .bind("process", process.number())
        .bind("began", process.began())
        .bind("end", now.plus(lease).toEpochMilli())
        .execute();
  }

  private static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate("delete from prospector_owner where lease_end < :longAgo")
        .bind("longAgo", now.minus(KEPT).toEpochMilli())
        .execute();
  }

  /** Returns who lives: those heard of in time whose process has not ended here, and this one. */
  public SortedSet<String> living(Handle handle, Instant now) {
    SortedSet<String> living = new TreeSet<>();
    handle
        .createQuery(
            """
            select owner, machine, process, began from prospector_owner where lease_end >= :now
            """)
        .bind("now", now.toEpochMilli())
        .map(
            (row, context) -> {
              OwnerProcess other =
                  new OwnerProcess(
                      row.getString("machine"), row.getLong("process"), row.getLong("began"));
              return other.hasEndedHere() || living.add(row.getString("owner"));
            })
        .list();
    living.add(id);
    return living;
  }
}
