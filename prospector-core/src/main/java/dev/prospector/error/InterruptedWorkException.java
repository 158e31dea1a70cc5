package dev.prospector.error;

/**
 * Work that cannot throw {@link InterruptedException}, such as reading a text, was interrupted. The
 * thread's interruption flag is still set. Inside a run it ends as an interrupted step does.
 */
public final class InterruptedWorkException extends ProspectorException {

  private static final long serialVersionUID = 1;

  /** Says what was interrupted. */
  public InterruptedWorkException(String message) {
    super(message, null);
  }
}
