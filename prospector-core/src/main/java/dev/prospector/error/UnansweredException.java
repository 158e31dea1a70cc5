package dev.prospector.error;

import org.jspecify.annotations.Nullable;

/**
 * A request was sent and its answer did not arrive: whether the work was done, and is charged for,
 * is unknown. A request that could not be sent is a plain {@link PortException}.
 */
public final class UnansweredException extends PortException {

  private static final long serialVersionUID = 1;

  /**
   * Says which port was asked, and what came instead of an answer.
   *
   * @param port the name of what was asked
   * @param message what was asked, what happened, and what to do; without secrets
   * @param advice on retrying; the caller decides whether that is allowed
   */
  public UnansweredException(
      String port, String message, RetryAdvice advice, @Nullable Throwable cause) {
    super(port, message, advice, cause);
  }
}
