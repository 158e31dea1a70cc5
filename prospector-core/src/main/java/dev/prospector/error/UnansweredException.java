package dev.prospector.error;

import org.jspecify.annotations.Nullable;

/**
 * Something outside was asked, and its answer was not heard: nobody knows whether it did what it
 * was asked, and charges for it. Who could not even ask throws a plain {@link PortException}.
 */
public final class UnansweredException extends PortException {

  private static final long serialVersionUID = 1;

  /**
   * Says which port was asked, and what came instead of an answer.
   *
   * @param port the name of what was asked
   * @param message what was asked, what happened, and what to do; without secrets
   * @param advice on asking again; whoever asks decides whether that is allowed
   */
  public UnansweredException(
      String port, String message, RetryAdvice advice, @Nullable Throwable cause) {
    super(port, message, advice, cause);
  }
}
