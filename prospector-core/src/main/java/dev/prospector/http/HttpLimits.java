package dev.prospector.http;

import dev.prospector.error.ConfigurationException;
import java.time.Duration;
import java.util.List;

/**
 * What one exchange may take.
 *
 * @param timeout for all of it, from finding the host to the last byte of the answer
 * @param mostBytes of the answer's body as it arrives; one more is an error, not a shorter body
 */
public record HttpLimits(Duration timeout, long mostBytes) {

  private static final long FIVE_MEBIBYTES = 5L << 20;

  /** Checks the ranges. */
  public HttpLimits {
    if (timeout.isNegative() || timeout.isZero() || mostBytes < 0) {
      throw new ConfigurationException(
          "HttpLimits",
          List.of("a timeout is positive and a size not negative: " + timeout + ", " + mostBytes));
    }
  }

  /** Returns 15 seconds and 5 MiB. */
  public static HttpLimits defaults() {
    return new HttpLimits(Duration.ofSeconds(15), FIVE_MEBIBYTES);
  }
}
