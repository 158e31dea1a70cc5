package dev.prospector.tracking.webhook;

/**
 * What an attempt did to the health of its endpoint.
 *
 * @param before the attempt
 * @param after the endpoint, as it is now
 */
public record HealthChange(EndpointHealth before, WebhookEndpoint after) {

  /** Returns whether it was this attempt that disabled the endpoint. */
  public boolean isDisabling() {
    return before.state().isActive() && !after.health().state().isActive();
  }
}
