package dev.prospector.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something outside failed; {@link #advice()} says whether trying again can help. */
public sealed class PortException extends ProspectorException
    permits AddressRefusedException, UnansweredException {

  private static final long serialVersionUID = 1;

  private final String port;
  private final transient RetryAdvice advice;

  /**
   * Says which port failed and how.
   *
   * @param port the name of what failed, such as {@code page-source}
   * @param message what was asked, what happened, and what to do; without secrets
   */
  public PortException(String port, String message, RetryAdvice advice) {
    this(port, message, advice, null);
  }

  /** Says which port failed and how, with what caused it. */
  public PortException(String port, String message, RetryAdvice advice, @Nullable Throwable cause) {
    super(port + ": " + message, cause);
    this.port = Objects.requireNonNull(port);
    this.advice = Objects.requireNonNull(advice);
  }

  /** Returns the name of the port that failed. */
  public String port() {
    return port;
  }

  /** Returns whether trying again can help. */
  public RetryAdvice advice() {
    return advice;
  }
}
