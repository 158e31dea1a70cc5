package dev.prospector.engine.internal.lead;

import dev.prospector.budget.Usage;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.money.Money;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the calls for one lead cost in one run, kept by who holds the lead; with what they cost by
 * what was told of it before. Safe for several threads.
 */
public final class LeadSpending {

  private final Optional<Money> most;
  private final ReentrantLock lock = new ReentrantLock();
  private Usage spent;

  public LeadSpending(Optional<Money> most, Usage before) {
    this.most = most;
    this.spent = before;
  }

  /**
   * Takes the bound of a call.
   *
   * @throws BudgetRefusedException if the lead would pass its limit
   */
  public void reserve(Usage atMost) {
    lock.lock();
    try {
      Usage total = spent.plus(atMost);
      if (most.isPresent()
          && atMost.money() != null
          && total.money() != null
          && total.money().compareTo(most.get()) > 0) {
        throw new BudgetRefusedException("money per lead", total.money() + " of " + most.get());
      }
      spent = total;
    } finally {
      lock.unlock();
    }
  }

  /** Puts what a call really cost in the place of its bound. */
  public void settle(Usage atMost, Usage real) {
    lock.lock();
    try {
      spent = spent.minus(atMost).plus(real);
    } finally {
      lock.unlock();
    }
  }
}
