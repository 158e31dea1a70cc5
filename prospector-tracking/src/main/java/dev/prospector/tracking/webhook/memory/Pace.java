package dev.prospector.tracking.webhook.memory;

import dev.prospector.tracking.webhook.DeliveryLimits;
import java.time.Duration;
import java.time.Instant;

/**
 * How many attempts an endpoint may be made by its rate, as one instant that stores keep: the
 * generic cell rate algorithm (ITU-T I.371), which spaces attempts evenly and lets a second's worth
 * go at once.
 *
 * @param next when the next attempt would fall due if all were evenly spaced; at first {@link
 *     Instant#EPOCH}
 */
public record Pace(Instant next) {

  /** Nothing was sent yet. */
  public static final Pace NEW = new Pace(Instant.EPOCH);

  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  /** Returns how many attempts may begin now. */
  public int free(DeliveryLimits limits, Instant now) {
    long interval = interval(limits);
    long ahead = next.isAfter(now) ? Duration.between(now, next).toNanos() : 0;
    return (int) Math.max(0, (burst(limits) * interval - ahead) / interval);
  }

  /** Returns the pace once so many attempts have begun. */
  public Pace after(int attempts, DeliveryLimits limits, Instant now) {
    Instant from = next.isAfter(now) ? next : now;
    return new Pace(from.plusNanos(attempts * interval(limits)));
  }

  private static long interval(DeliveryLimits limits) {
    return MINUTE_NANOS / limits.perMinute();
  }

  private static long burst(DeliveryLimits limits) {
    return Math.max(1, limits.perMinute() / 60);
  }
}
