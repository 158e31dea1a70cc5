package dev.prospector.tracking.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One message on its way to one endpoint.
 *
 * @param message what is sent
 * @param endpoint the receiving endpoint, within the message's tenant
 * @param state how far it is
 * @param attempts so many were made, since it was last asked for
 * @param due when the next attempt is made, while pending; a message that was never tried is due at
 *     once, at any time
 * @param last how the latest attempt ended
 */
public record Delivery(
    WebhookMessage message,
    EndpointId endpoint,
    DeliveryState state,
    int attempts,
    Instant due,
    Optional<Attempt> last) {

  /** Returns whether an attempt is to be made by now. */
  public boolean isDue(Instant now) {
    return state == DeliveryState.PENDING && (attempts == 0 || !now.isBefore(due));
  }
}
