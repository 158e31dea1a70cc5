package dev.prospector.tracking.webhook;

/**
 * Is told when deliveries disable an endpoint, so that its owner can be told through another
 * channel. Called once, after that was kept; if the process dies in between, the endpoint's state
 * still says it. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface EndpointListener {

  /** An endpoint was disabled; the state of its health says why. */
  void disabled(WebhookEndpoint endpoint);
}
