package dev.prospector.budget;

/**
 * Grants what may be spent before it is spent. A reservation that would pass a limit is refused; to
 * land exactly on the limit is allowed. Implementations are safe for several threads, and for
 * several processes where they share a store.
 */
public interface Budget {

  /**
   * Reserves an upper bound.
   *
   * @param account who spends, for which every limit holds
   * @return the reservation, to be settled or released once
   * @throws dev.prospector.error.BudgetRefusedException if it would pass a limit
   */
  Reservation reserve(Account account, Usage atMost);

  /**
   * Returns what a reservation left unused: the call really cost this. Settling twice changes
   * nothing.
   *
   * @param real what was really spent; may pass the bound, and then counts in full
   */
  void settle(Reservation reservation, Usage real);

  /** Gives all of a reservation back: nothing was spent. Releasing twice changes nothing. */
  void release(Reservation reservation);

  /** Returns what an account spent and reserved so far. */
  Spending spending(Account account);

  /** Returns what it limits. */
  Limits limits();

  /** Returns a budget without limits. Unlimited must be said, so nothing uses this by default. */
  static Budget unlimited() {
    return new InMemoryBudget(Limits.unlimited(), java.time.Clock.systemUTC());
  }
}
