package dev.prospector.adapter.store.internal.spending;

import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.money.Money;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Grants and settles in one transaction that locks the rows of the periods concerned: other
 * processes on the store wait, so no interleaving exceeds a limit.
 */
public final class SpendBudget {

  private final Transaction transaction;
  private final Reservations reservations;
  private final List<BudgetRequest> requests;
  private final List<Reservations.Lost> lost;
  private final SpendingRows rows;
  private final List<Asked<List<Reservations.Removed>>> removed;

  /** Asks for what is concerned, and removes what is settled. */
  public SpendBudget(
      Transaction transaction, Reservations reservations, List<BudgetRequest> requests)
      throws SQLException {
    this.transaction = transaction;
    this.reservations = reservations;
    this.requests = requests;
    this.lost = lost();
    this.rows = SpendingRows.lock(transaction, reservations.dialect(), keys());
    this.removed = reservations.remove(transaction, settled());
  }

  /** Returns one answer for each request, in order. */
  public List<BudgetRequest.Answer> write() throws SQLException {
    rows.hold(transaction);
    takeBack();
    Map<String, Boolean> open = open();
    List<BudgetRequest.Answer> answers = new ArrayList<>();
    List<BudgetRequest.Reserve> granted = new ArrayList<>();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.Settle settle) {
        answers.add(settle(settle, open));
      } else if (request instanceof BudgetRequest.Reserve reserve) {
        answers.add(reserve(reserve, granted));
      } else {
        answers.add(BudgetRequest.Answer.DONE);
      }
    }
    reservations.insert(transaction, granted);
    rows.store(transaction);
    return answers;
  }

  private List<Reservations.Lost> lost() {
    List<Reservations.Lost> found = new ArrayList<>();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.TakeBack back) {
        found.addAll(reservations.lost(transaction.handle(), back.tenant(), back.now()));
      }
    }
    return found;
  }

  private SortedSet<SpendingKey> keys() {
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

  /** Under the lock now: its owner may have come back or settled, or somebody else was faster. */
  private void takeBack() {
    for (Reservations.Lost one : lost) {
      if (reservations.expire(transaction.handle(), one)) {
        Reservation reservation = one.reservation();
        rows.change(
            SpendingKey.all(reservation.account(), one.day()),
            before ->
                new Spending(before.settled(), left(before.reserved(), reservation.atMost())));
      }
    }
  }

  private List<Reservation> settled() {
    List<Reservation> settled = new ArrayList<>();
    for (BudgetRequest request : requests) {
      if (request instanceof BudgetRequest.Settle settle && settle.day().isPresent()) {
        settled.add(settle.reservation());
      }
    }
    return settled;
  }

  /** Returns the reservations that there were: for each id, whether it expired. */
  private Map<String, Boolean> open() throws SQLException {
    Map<String, Boolean> open = new HashMap<>();
    for (Asked<List<Reservations.Removed>> ofTenant : removed) {
      ofTenant.get().forEach(one -> open.put(one.id(), one.expired()));
    }
    return open;
  }

  /** A reservation is settled by the first who does; what it expired from was given back before. */
  private BudgetRequest.Answer settle(BudgetRequest.Settle settle, Map<String, Boolean> open) {
    Boolean expired = open.remove(settle.reservation().id());
    if (expired == null) {
      return BudgetRequest.Answer.DONE;
    }
    Usage held = expired ? Usage.NONE : settle.reservation().atMost();
    try {
      rows.change(
          SpendingKey.all(settle.account(), settle.day().orElseThrow()),
          before ->
              new Spending(before.settled().plus(settle.real()), left(before.reserved(), held)));
      return BudgetRequest.Answer.DONE;
    } catch (IllegalArgumentException e) {
      // Another currency than before: what was reserved stays taken, which errs on the safe side.
      return BudgetRequest.Answer.refused(e);
    }
  }

  /** What was reserved before weeks were counted is not in the row of its week. */
  private static Usage left(Usage reserved, Usage part) {
    Money money = reserved.money();
    Money less = part.money();
    boolean covers =
        reserved.tokens() >= part.tokens()
            && reserved.calls() >= part.calls()
            && reserved.leads() >= part.leads()
            && (less == null || money != null && money.compareTo(less) >= 0);
    return covers ? reserved.minus(part) : Usage.NONE;
  }

  private BudgetRequest.Answer reserve(
      BudgetRequest.Reserve reserve, List<BudgetRequest.Reserve> granted) {
    try {
      for (Limit limit : reserve.limits().all()) {
        SpendingKey key = SpendingKey.of(reserve.account(), limit.period(), reserve.day());
        limit.check(rows.get(key), reserve.atMost());
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
}
