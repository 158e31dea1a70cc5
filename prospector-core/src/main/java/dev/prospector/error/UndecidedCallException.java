package dev.prospector.error;

/**
 * A call that must not be made twice has an unknown outcome: it may have been made. A person asks
 * the provider, writes the outcome into the journal, and retries the lead.
 */
public final class UndecidedCallException extends ProspectorException {

  private static final long serialVersionUID = 1;

  private final String call;

  /** Names the call by its idempotency key. */
  public UndecidedCallException(String call) {
    super(
        "it is unknown whether call '"
            + call
            + "' was made, and it must not be made twice: find out at the provider, settle it in"
            + " the journal, and retry the lead",
        null);
    this.call = call;
  }

  /** Returns the call's idempotency key. */
  public String call() {
    return call;
  }
}
