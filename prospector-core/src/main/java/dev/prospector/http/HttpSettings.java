package dev.prospector.http;

import dev.prospector.error.ConfigurationException;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link JdkHttpTransport} allows.
 *
 * @param connectTimeout for a connection to stand, TLS included; within the request's own time
 * @param mostBytes of an answer's body; a larger one is an error, not a shorter text
 */
public record HttpSettings(Duration connectTimeout, int mostBytes) {

  private static final int FIVE_MEBIBYTES = 5 << 20;

  /** Checks the ranges. */
  public HttpSettings {
    if (connectTimeout.isNegative() || connectTimeout.isZero() || mostBytes < 0) {
      throw new ConfigurationException(
          "HttpSettings",
          List.of(
              "a connect timeout is positive and a size not negative: "
                  + connectTimeout
                  + ", "
                  + mostBytes));
    }
  }

  /** Returns ten seconds to connect, and 5 MiB. */
  public static HttpSettings defaults() {
    return new HttpSettings(Duration.ofSeconds(10), FIVE_MEBIBYTES);
  }

  /** Returns these settings with another time to connect. */
  public HttpSettings withConnectTimeout(Duration value) {
    return new HttpSettings(value, mostBytes);
  }

  /** Returns these settings with another size of answers. */
  public HttpSettings withMostBytes(int value) {
    return new HttpSettings(connectTimeout, value);
  }
}
