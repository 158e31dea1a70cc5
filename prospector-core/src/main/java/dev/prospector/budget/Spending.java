package dev.prospector.budget;

/**
 * What became of a limit so far.
 *
 * @param settled what was really spent
 * @param reserved what is granted and not yet settled
 */
public record Spending(Usage settled, Usage reserved) {

  /** Nothing spent, nothing reserved. */
  public static final Spending NONE = new Spending(Usage.NONE, Usage.NONE);
}
