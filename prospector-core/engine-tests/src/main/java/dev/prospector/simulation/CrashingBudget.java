package dev.prospector.simulation;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Spending;
import dev.prospector.budget.Usage;

/** A budget whose process can die before and after each change. */
final class CrashingBudget implements Budget {

  private final Budget budget;
  private final CrashPoints points;

  CrashingBudget(Budget budget, CrashPoints points) {
    this.budget = budget;
    this.points = points;
  }

  Budget inner() {
    return budget;
  }

  @Override
  public Reservation reserve(Account account, Usage atMost, Limits more) {
    return points.around("budget reserve", () -> budget.reserve(account, atMost, more));
  }

  @Override
  public void settle(Reservation reservation, Usage real) {
    points.around("budget settle", () -> budget.settle(reservation, real));
  }

  @Override
  public void release(Reservation reservation) {
    points.around("budget release", () -> budget.release(reservation));
  }

  @Override
  public Limits limits() {
    return budget.limits();
  }

  @Override
  public Spending spending(Account account) {
    return points.read(() -> budget.spending(account));
  }
}
