package dev.prospector.error;

/** A reservation would pass a limit: nothing was spent; raise the limit or do without. */
public final class BudgetRefusedException extends ProspectorException {

  private static final long serialVersionUID = 1;

  private final String limit;

  /**
   * Says which limit refuses what.
   *
   * @param limit the limit's name, such as {@code money per run}
   * @param message what was asked and what is left
   */
  public BudgetRefusedException(String limit, String message) {
    super("budget '" + limit + "' refuses: " + message, null);
    this.limit = limit;
  }

  /** Returns the name of the limit. */
  public String limit() {
    return limit;
  }
}
