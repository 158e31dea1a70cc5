package dev.prospector.adapter.store.internal.spending;

/** Writes what is asked of the budget, together with the runs that spend. */
public interface BudgetWriter {

  /** Returns the answer once it is durable. */
  BudgetRequest.Answer spend(BudgetRequest request);

  /** Returns whether reservations of silent owners could be given back. */
  boolean hasLost(BudgetRequest.TakeBack back);
}
