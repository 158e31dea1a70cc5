package dev.prospector.adapter.okhttp;

import dev.prospector.error.ConfigurationException;
import dev.prospector.http.HostResolver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an {@link OkHttpTransport} connects.
 *
 * @param connectTimeout for a connection to stand, TLS included; within the request's own time
 * @param keepAlive how long an unused connection is kept for the next request
 * @param resolver finds the addresses of hosts, before they are checked
 * @param proxy through which everything goes; empty for none, regardless of the platform's settings
 */
public record OkHttpSettings(
    Duration connectTimeout, Duration keepAlive, HostResolver resolver, Optional<HttpProxy> proxy) {

  /** Checks the ranges. */
  public OkHttpSettings {
    if (connectTimeout.isNegative() || connectTimeout.isZero() || keepAlive.isNegative()) {
      throw new ConfigurationException(
          "OkHttpSettings", List.of("times are positive: " + connectTimeout + ", " + keepAlive));
    }
  }

  /** Returns ten seconds to connect, half a minute to keep, the platform's names and no proxy. */
  public static OkHttpSettings defaults() {
    return new OkHttpSettings(
        Duration.ofSeconds(10), Duration.ofSeconds(30), HostResolver.platform(), Optional.empty());
  }

  /** Returns these settings with another time to connect. */
  public OkHttpSettings withConnectTimeout(Duration value) {
    return new OkHttpSettings(value, keepAlive, resolver, proxy);
  }

  /** Returns these settings with another time to keep connections. */
  public OkHttpSettings withKeepAlive(Duration value) {
    return new OkHttpSettings(connectTimeout, value, resolver, proxy);
  }

  /** Returns these settings with another way to find addresses. */
  public OkHttpSettings withResolver(HostResolver value) {
    return new OkHttpSettings(connectTimeout, keepAlive, value, proxy);
  }

  /** Returns these settings with everything sent through a proxy. */
  public OkHttpSettings withProxy(HttpProxy value) {
    return new OkHttpSettings(connectTimeout, keepAlive, resolver, Optional.of(value));
  }
}
