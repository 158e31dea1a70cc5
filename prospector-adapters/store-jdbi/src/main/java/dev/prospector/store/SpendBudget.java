package dev.prospector.store;

import dev.prospector.budget.Limit;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Grants and settles in one transaction that holds the rows of the periods concerned: whoever else
 * shares the store waits, so no interleaving of processes passes a limit.
 */
final class SpendBudget {

  private final Dialect dialect;
  private final Reservations reservations;

  SpendBudget(Dialect dialect, Reservations reservations) {
    this.dialect = dialect;
    this.reservations = reservations;
  }

  /** Returns one answer for each request, in order. */
  List<BudgetRequest.Answer> write(Transaction transaction, List<BudgetRequest> requests)
      throws SQLException {
    Handle handle = transaction.handle();
    List<Reservations.Lost> lost = lost(handle, requests);
    SpendingRows rows = SpendingRows.lock(transaction, dialect, keys(requests, lost));
    takeBack(handle, rows, lost);
    List<Reservation> settled = settled(requests);
    Map<String, Boolean> open = reservations.remove(handle, settled);
    List<BudgetRequest.Answer> answers = new ArrayList<>();
    List<BudgetRequest.Reserve> granted = new ArrayList<>();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.Settle settle) {
        answers.add(settle(rows, settle, open));
      } else if (request instanceof BudgetRequest.Reserve reserve) {
        answers.add(reserve(rows, reserve, granted));
      } else {
        answers.add(BudgetRequest.Answer.DONE);
      }
    }
    reservations.insert(transaction, granted);
    rows.store(transaction);
    return answers;
  }

  private List<Reservations.Lost> lost(Handle handle, List<BudgetRequest> requests) {
    List<Reservations.Lost> lost = new ArrayList<>();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.TakeBack back) {
        lost.addAll(reservations.lost(handle, back.tenant(), back.now()));
      }
    }
    return lost;
  }

  private static SortedSet<SpendingKey> keys(
      List<BudgetRequest> requests, List<Reservations.Lost> lost) {
    SortedSet<SpendingKey> keys = SpendingRows.none();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.Reserve reserve) {
        keys.addAll(SpendingKey.all(reserve.account(), reserve.day()));
      } else if (request instanceof BudgetRequest.Settle settle) {
        settle.day().ifPresent(day -> keys.addAll(SpendingKey.all(settle.account(), day)));
      }
    }
    lost.forEach(l -> keys.addAll(SpendingKey.all(l.reservation().account(), l.day())));
    return keys;
  }

  private void takeBack(Handle handle, SpendingRows rows, List<Reservations.Lost> lost) {
    for (Reservations.Lost one : lost) {
      // Under the lock now: its owner may have come back, or somebody else was faster.
      if (reservations.expire(handle, one)) {
        Reservation reservation = one.reservation();
        rows.change(
            SpendingKey.all(reservation.account(), one.day()),
            before ->
                new Spending(before.settled(), before.reserved().minus(reservation.atMost())));
      }
    }
  }

  private static List<Reservation> settled(List<BudgetRequest> requests) {
    List<Reservation> settled = new ArrayList<>();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.Settle settle && settle.day().isPresent()) {
        settled.add(settle.reservation());
      }
    }
    return settled;
  }

  /** A reservation is settled by the first who does; what it expired from was given back before. */
  private static BudgetRequest.Answer settle(
      SpendingRows rows, BudgetRequest.Settle settle, Map<String, Boolean> open) {
    Boolean expired = open.remove(settle.reservation().id());
    if (expired == null) {
      return BudgetRequest.Answer.DONE;
    }
    Usage held = expired ? Usage.NONE : settle.reservation().atMost();
    try {
      rows.change(
          SpendingKey.all(settle.account(), settle.day().orElseThrow()),
          before ->
              new Spending(before.settled().plus(settle.real()), before.reserved().minus(held)));
      return BudgetRequest.Answer.DONE;
    } catch (IllegalArgumentException e) {
      // Another currency than before: what was reserved stays taken, which errs on the safe side.
      return BudgetRequest.Answer.refused(e);
    }
  }

  private BudgetRequest.Answer reserve(
      SpendingRows rows, BudgetRequest.Reserve reserve, List<BudgetRequest.Reserve> granted) {
    try {
      for (Limit limit : reserve.limits().all()) {
        SpendingKey key = SpendingKey.of(reserve.account(), limit.period(), reserve.day());
        Spending spending = rows.get(key);
        limit.check(spending.settled().plus(spending.reserved()).plus(reserve.atMost()));
      }
      rows.change(
          SpendingKey.all(reserve.account(), reserve.day()),
          before -> new Spending(before.settled(), before.reserved().plus(reserve.atMost())));
      granted.add(reserve);
      return BudgetRequest.Answer.granted(
          new Reservation(
              reserve.id(reservations.owner().id()), reserve.account(), reserve.atMost()));
    } catch (BudgetRefusedException | IllegalArgumentException e) {
      return BudgetRequest.Answer.refused(e);
    }
  }

  /** Returns whether reservations of silent owners could be given back. */
  boolean hasLost(Handle handle, BudgetRequest.TakeBack back) {
    return !reservations.lost(handle, back.tenant(), back.now()).isEmpty();
  }
}
