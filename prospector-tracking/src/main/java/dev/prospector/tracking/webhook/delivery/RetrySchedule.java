package dev.prospector.tracking.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When attempts to deliver are made: each so long after the one before it failed. Immutable.
 *
 * @param delays before each attempt, the first being zero; their number is the number of attempts
 * @param jitter by what part of itself a delay is made longer or shorter at most, from 0 to below
 *     1, so that what failed together does not come back together
 */
public record RetrySchedule(List<Duration> delays, double jitter) {

  private static final RetrySchedule STANDARD =
      new RetrySchedule(
          List.of(
              Duration.ZERO,
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)),
          0.1);

  /** Checks the form. */
  public RetrySchedule {
    delays = List.copyOf(delays);
    boolean inRange = jitter >= 0 && jitter < 1;
    if (delays.isEmpty()
        || !delays.get(0).isZero()
        || delays.stream().anyMatch(Duration::isNegative)
        || !inRange) {
      throw new IllegalArgumentException(
          "a schedule begins with a delay of zero, and its jitter is from 0 to below 1: "
              + delays
              + ", "
              + jitter);
    }
  }

  /** Returns the ten attempts of the specification, over 75 hours, with a jitter of a tenth. */
  public static RetrySchedule standard() {
    return STANDARD;
  }

  /** Returns these delays with another jitter. */
  public RetrySchedule withJitter(double value) {
    return new RetrySchedule(delays, value);
  }

  /**
   * Returns how long to wait for the next attempt.
   *
   * @param made attempts so far, from 1
   * @param asked how long the endpoint asked to be left alone: the delay is at least that, but not
   *     more than the longest of the schedule; zero if it did not ask
   * @return empty if there is no further attempt
   */
  Optional<Duration> next(int made, Duration asked, RandomGenerator random) {
    if (made >= delays.size()) {
      return Optional.empty();
    }
    double factor = 1 + jitter * (2 * random.nextDouble() - 1);
    Duration own = Duration.ofNanos(Math.round(delays.get(made).toNanos() * factor));
    Duration honoured = shorter(asked, longest());
    return Optional.of(own.compareTo(honoured) < 0 ? honoured : own);
  }

  /** Returns the longest delay. */
  Duration longest() {
    return delays.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
