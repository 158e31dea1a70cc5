package dev.prospector.tracking.webhook;

/** Whether an endpoint is sent messages, and if not, why. */
public enum EndpointState {
  /** It is sent messages. */
  ACTIVE,
  /** Somebody switched it off. */
  DISABLED_BY_OWNER,
  /** It answered with status 410, which asks for no more messages. */
  DISABLED_GONE,
  /** It failed for days without a single success. */
  DISABLED_FAILING;

  /** Returns whether it is sent messages. */
  public boolean isActive() {
    return this == ACTIVE;
  }
}
