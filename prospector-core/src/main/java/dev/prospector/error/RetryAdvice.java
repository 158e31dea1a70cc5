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
    AFTER,
    /** Try again after a growing delay, and ask less often: too much was asked at a time. */
    EASE,
    /** Trying again can help only with a shorter question. */
    SHORTEN,
    /** Nothing can be asked until a person has mended something, such as a key or a credit. */
    MEND
  }

  /** Trying again cannot help. */
  public static RetryAdvice never() {
    return new RetryAdvice(Kind.NEVER, Duration.ZERO);
  }

  /** Try again after a growing delay, and ask less often. */
  public static RetryAdvice ease() {
    return new RetryAdvice(Kind.EASE, Duration.ZERO);
  }

  /** Trying again can help only with a shorter question. */
  public static RetryAdvice shorten() {
    return new RetryAdvice(Kind.SHORTEN, Duration.ZERO);
  }

  /** Nothing can be asked until a person has mended something. */
  public static RetryAdvice mend() {
    return new RetryAdvice(Kind.MEND, Duration.ZERO);
  }

  /** Returns whether the same question may be asked again by itself. */
  public boolean isPassing() {
    return kind == Kind.BACK_OFF || kind == Kind.AFTER || kind == Kind.EASE;
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
