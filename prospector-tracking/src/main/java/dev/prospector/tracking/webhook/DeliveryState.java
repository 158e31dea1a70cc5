package dev.prospector.tracking.webhook;

/** How far a message is with one endpoint. */
public enum DeliveryState {
  /** It waits for its first or its next attempt, or is under way. */
  PENDING,
  /** The endpoint took it. */
  DELIVERED,
  /** Every attempt of the schedule failed. */
  FAILED;

  /** Returns whether nothing more happens by itself. */
  public boolean isEnded() {
    return this != PENDING;
  }
}
