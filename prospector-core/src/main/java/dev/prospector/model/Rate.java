package dev.prospector.model;

import java.time.Duration;
import java.time.Instant;

/**
 * So much in a minute, spread evenly: what is taken may pass what is there, and is made up for
 * before the next one begins. Confined to who holds the lock of the line.
 */
final class Rate {

  private static final double NANOS_PER_MINUTE = 60e9;

  /** A provider counts by its own clock, so we stay a little below what it allows. */
  private static final double SHARE = 0.97;

  private double perNano;
  private double most;
  private double there;
  private Instant at;

  Rate(long perMinute, Instant now) {
    this.at = now;
    set(perMinute);
    this.there = most;
  }

  private void set(long perMinute) {
    perNano = perMinute * SHARE / NANOS_PER_MINUTE;
    most = Math.max(1, perMinute / 60.0);
  }

  /** The provider told another limit. */
  void told(long perMinute, Instant now) {
    refill(now);
    set(perMinute);
    there = Math.min(there, most);
  }

  private void refill(Instant now) {
    double passed = Duration.between(at, now).toNanos();
    if (passed > 0) {
      there = Math.min(most, there + passed * perNano);
      at = now;
    }
  }

  /** Returns how long it takes until something may be taken; zero if it may be now. */
  Duration until(Instant now) {
    refill(now);
    double lacking = Math.min(1, most) - there;
    return lacking <= 1e-9
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.min(NANOS_PER_MINUTE * 60, Math.ceil(lacking / perNano)));
  }

  void take(double some) {
    there -= some;
  }

  /** Puts back what was taken and not used, or takes what was used beyond it. */
  void correct(double unused) {
    there = Math.min(most, there + unused);
  }
}
