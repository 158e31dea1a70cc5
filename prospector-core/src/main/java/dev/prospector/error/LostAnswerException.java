package dev.prospector.error;

/**
 * A call that must not be made twice was answered, but its answer is not there: a person settled it
 * as answered after the answer had not arrived, or its step failed then. The fallback by rules
 * takes its place.
 */
public final class LostAnswerException extends ProspectorException {

  private static final long serialVersionUID = 1;

  private final String call;

  /** Names the call by its idempotency key. */
  public LostAnswerException(String call) {
    super(
        "call '"
            + call
            + "' was answered, the answer is not there, and it must not be made twice: write the"
            + " section by hand, or work on the lead in another run, which makes a call of its own",
        null);
    this.call = call;
  }

  /** Returns the call's idempotency key. */
  public String call() {
    return call;
  }
}
