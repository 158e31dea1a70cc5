package dev.prospector.run;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.RetryAdvice;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How often and how soon a failed try is repeated, where the failure itself advises it. The longest
 * delay doubles with each try, from the first delay up to the longest; each is drawn from zero to
 * that.
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
      throw new ConfigurationException(
          "RetryPolicy", List.of("at least 1 attempt, not " + attempts));
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

  /** Returns whether a try that failed, counted from 1, is followed by another one. */
  public boolean allows(int attempt, RetryAdvice advice) {
    return attempt < attempts && advice.isPassing() && advice.delay().compareTo(longestDelay) <= 0;
  }

  /**
   * Returns how long to wait before the next try: what the failure asks for, else any time up to
   * the grown delay, so that those who failed together do not come back together.
   *
   * @param attempt the try that failed, from 1
   * @param chance from 0 to below 1
   */
  public Duration delayAfter(int attempt, RetryAdvice advice, double chance) {
    if (advice.kind() == RetryAdvice.Kind.AFTER) {
      return advice.delay();
    }
    Duration grown = firstDelay.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration longest = grown.compareTo(longestDelay) < 0 ? grown : longestDelay;
    return Duration.ofNanos((long) (longest.toNanos() * chance));
  }
}
