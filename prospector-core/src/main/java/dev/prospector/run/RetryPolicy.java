package dev.prospector.run;

import dev.prospector.error.RetryAdvice;
import java.time.Duration;
import java.util.Objects;

/**
 * How often and how soon a failed try is repeated, where the failure itself advises it. The delay
 * doubles with each try, from the first delay up to the longest.
 *
 * @param attempts the most tries, at least 1
 * @param firstDelay before the second try
 * @param longestDelay the bound of every delay; a failure that asks for a longer one is not
 *     repeated
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay) {

  /** Checks the ranges. */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least 1 attempt, not " + attempts);
    }
    Objects.requireNonNull(firstDelay);
    Objects.requireNonNull(longestDelay);
  }

  /** Returns three tries, 0.5 s before the second, at most 30 s before any. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /** Returns a single try. */
  public static RetryPolicy none() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
  }

  public boolean allows(int attempt, RetryAdvice advice) {
    return attempt < attempts
        && advice.kind() != RetryAdvice.Kind.NEVER
        && advice.delay().compareTo(longestDelay) <= 0;
  }

  public Duration delayAfter(int attempt, RetryAdvice advice) {
    if (advice.kind() == RetryAdvice.Kind.AFTER) {
      return advice.delay();
    }
    Duration grown = firstDelay.multipliedBy(1L << Math.min(attempt - 1, 20));
    return grown.compareTo(longestDelay) < 0 ? grown : longestDelay;
  }
}
