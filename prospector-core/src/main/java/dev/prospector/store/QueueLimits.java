package dev.prospector.store;

import dev.prospector.error.ConfigurationException;
import java.util.List;

/**
 * How many runs of a queue are worked on at a time, in all processes together. A paused run does
 * not count.
 *
 * @param most in all, from 1
 * @param perTenant for each tenant, from 1
 */
public record QueueLimits(int most, int perTenant) {

  /** Checks the ranges. */
  public QueueLimits {
    if (most < 1 || perTenant < 1) {
      throw new ConfigurationException(
          "QueueLimits",
          List.of("at least 1 run at a time, not " + most + " in all and " + perTenant + " each"));
    }
  }

  /** Returns two runs at a time, and one for each tenant. */
  public static QueueLimits defaults() {
    return new QueueLimits(2, 1);
  }
}
