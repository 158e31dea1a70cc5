package dev.prospector.tracking.webhook;

/**
 * How much an endpoint is sent at a time, by all processes together.
 *
 * @param concurrency messages under way at once, from 1
 * @param perMinute attempts in a minute, from 1; evenly, a second's worth at once at most
 * @param order what waits for what
 */
public record DeliveryLimits(int concurrency, int perMinute, Order order) {

  /** What waits for what. */
  public enum Order {
    /**
     * Of one run one message is under way at a time, in the order of its events. One that failed
     * does not hold up the others: it comes later, and its number tells where it belongs.
     */
    PER_RUN,
    /** Nothing waits: faster, but a later event may arrive before an earlier one. */
    NONE
  }

  /** Checks the ranges. */
  public DeliveryLimits {
    if (concurrency < 1 || perMinute < 1) {
      throw new IllegalArgumentException(
          "limits are at least 1: concurrency " + concurrency + ", per minute " + perMinute);
    }
  }

  /** Returns four at a time, 1,200 a minute, those of one run in order. */
  public static DeliveryLimits defaults() {
    return new DeliveryLimits(4, 1_200, Order.PER_RUN);
  }

  /** Returns these limits with another concurrency. */
  public DeliveryLimits withConcurrency(int value) {
    return new DeliveryLimits(value, perMinute, order);
  }

  /** Returns these limits with another rate. */
  public DeliveryLimits withPerMinute(int value) {
    return new DeliveryLimits(concurrency, value, order);
  }

  /** Returns these limits with another order. */
  public DeliveryLimits withOrder(Order value) {
    return new DeliveryLimits(concurrency, perMinute, value);
  }
}
