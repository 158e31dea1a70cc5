package dev.prospector.error;

import org.jspecify.annotations.Nullable;

/** A run could not go on, or was used in a state that does not allow it. */
public final class RunException extends ProspectorException {

  private static final long serialVersionUID = 1;

  /** Says which run, what happened, and what can be done. */
  public RunException(String message) {
    super(message, null);
  }

  /** Says which run, what happened, and what can be done, with what caused it. */
  public RunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
