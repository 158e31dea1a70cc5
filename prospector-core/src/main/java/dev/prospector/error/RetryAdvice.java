package dev.prospector.error;

import java.time.Duration;

/**
 * What the one who failed says about trying again.
 *
 * @param kind whether, and how, to try again
 * @param delay the least time to wait before the next try; zero unless {@code kind} is {@code
 *     AFTER}
 */
public record RetryAdvice(Kind kind, Duration delay) {

  /** Whether, and how, to try again. */
  public enum Kind {
    /** Trying again cannot help. */
    NEVER,
    /** Try again after a growing delay. */
    BACK_OFF,
    /** Try again after the given time. */
    AFTER
  }

  /** Trying again cannot help. */
  public static RetryAdvice never() {
    return new RetryAdvice(Kind.NEVER, Duration.ZERO);
  }

  /** Try again after a growing delay. */
  public static RetryAdvice backOff() {
    return new RetryAdvice(Kind.BACK_OFF, Duration.ZERO);
  }

  /** Try again after the given time, as a server's {@code Retry-After} asks. */
  public static RetryAdvice after(Duration delay) {
    return new RetryAdvice(Kind.AFTER, delay);
  }
}
