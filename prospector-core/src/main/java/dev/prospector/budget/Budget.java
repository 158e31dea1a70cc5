package dev.prospector.budget;

/**
 * Grants what may be spent before it is spent. A reservation that would pass a limit is refused; to
 * land exactly on the limit is allowed. Implementations are safe for several threads, and for
 * several processes where they share a store.
 */
public interface Budget {

  /**
   * Reserves an upper bound under the limits of this budget alone.
   *
   * @see #reserve(Account, Usage, Limits)
   */
  default Reservation reserve(Account account, Usage atMost) {
    return reserve(account, atMost, Limits.unlimited());
  }

  /**
   * Reserves an upper bound.
   *
   * @param account who spends, for which every limit holds
   * @param more limits that hold as well, such as those of the tenant and of the run: compared with
   *     what all its reservations came to, under whichever limits they were made
   * @return the reservation, to be settled or released once
   * @throws dev.prospector.error.BudgetRefusedException if it would pass a limit
   */
  Reservation reserve(Account account, Usage atMost, Limits more);

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
