package dev.prospector.model;

import dev.prospector.lead.Tenant;
import java.time.Duration;
import java.util.Objects;

/**
 * Who waits for a turn, and how long.
 *
 * @param tenant tenants come in turn, however many calls each has waiting
 * @param whileDown how long to wait for a provider that is down; zero to be told at once
 */
public record Caller(Tenant tenant, Duration whileDown) {

  /** Checks that the time is not negative. */
  public Caller {
    Objects.requireNonNull(tenant);
    if (whileDown.isNegative()) {
      throw new IllegalArgumentException("a time to wait is not negative: " + whileDown);
    }
  }

  /** Returns a tenant that is told at once when a provider is down. */
  public static Caller of(Tenant tenant) {
    return new Caller(tenant, Duration.ZERO);
  }
}
