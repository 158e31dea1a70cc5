package dev.prospector.model;

import java.time.Duration;

/**
 * How hard a provider may be asked. Start from {@link #defaults()}.
 *
 * @param requestsPerMinute at least 1
 * @param tokensPerMinute of prompts and answers together, at least 1
 * @param firstConcurrency how many calls at a time at first, at least 1
 * @param mostConcurrency how many calls at a time at most, at least the first
 * @param openFor how long a provider that is down is left alone before one call tries it again
 */
public record ProviderLimits(
    long requestsPerMinute,
    long tokensPerMinute,
    int firstConcurrency,
    int mostConcurrency,
    Duration openFor) {

  /** Checks the ranges. */
  public ProviderLimits {
    boolean positive = requestsPerMinute > 0 && tokensPerMinute > 0 && firstConcurrency > 0;
    if (!positive || mostConcurrency < firstConcurrency || openFor.isNegative()) {
      throw new IllegalArgumentException(
          "limits are positive, and the most is not below the first: %d, %d, %d, %d, %s"
              .formatted(
                  requestsPerMinute, tokensPerMinute, firstConcurrency, mostConcurrency, openFor));
    }
  }

  /** Returns any number of requests and tokens, 8 to 64 calls at a time, and ten seconds. */
  public static ProviderLimits defaults() {
    return new ProviderLimits(Long.MAX_VALUE, Long.MAX_VALUE, 8, 64, Duration.ofSeconds(10));
  }

  /** Returns these limits with others for a minute. */
  public ProviderLimits withRates(long requests, long tokens) {
    return new ProviderLimits(requests, tokens, firstConcurrency, mostConcurrency, openFor);
  }

  /** Returns these limits with another number of calls at a time. */
  public ProviderLimits withConcurrency(int first, int most) {
    return new ProviderLimits(requestsPerMinute, tokensPerMinute, first, most, openFor);
  }

  /** Returns these limits with another time to leave a provider alone that is down. */
  public ProviderLimits withOpenFor(Duration time) {
    return new ProviderLimits(
        requestsPerMinute, tokensPerMinute, firstConcurrency, mostConcurrency, time);
  }
}
