package dev.prospector.http;

import dev.prospector.error.ConfigurationException;
import java.time.Duration;
import java.util.List;

/**
 * How a {@link JdkHttpTransport} connects.
 *
 * @param connectTimeout for a connection to stand, TLS included; within the request's own time
 */
public record HttpSettings(Duration connectTimeout) {

  /** Checks the range. */
  public HttpSettings {
    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new ConfigurationException(
          "HttpSettings", List.of("a connect timeout is positive: " + connectTimeout));
    }
  }

  /** Returns ten seconds to connect. */
  public static HttpSettings defaults() {
    return new HttpSettings(Duration.ofSeconds(10));
  }

  /** Returns these settings with another time to connect. */
  public HttpSettings withConnectTimeout(Duration value) {
    return new HttpSettings(value);
  }
}
