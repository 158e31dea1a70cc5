package dev.prospector.tracking.webhook;

import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;

/**
 * Somebody who is sent events.
 *
 * @param tenant whose events
 * @param id unique in its tenant
 * @param settings what its owner chose
 * @param secrets what its messages are signed with
 * @param health how it is doing
 */
public record WebhookEndpoint(
    Tenant tenant,
    EndpointId id,
    EndpointSettings settings,
    WebhookSecrets secrets,
    EndpointHealth health) {

  /** Returns it with other settings. */
  public WebhookEndpoint withSettings(EndpointSettings value) {
    return new WebhookEndpoint(tenant, id, value, secrets, health);
  }

  /** Returns it with other secrets. */
  public WebhookEndpoint withSecrets(WebhookSecrets value) {
    return new WebhookEndpoint(tenant, id, settings, value, health);
  }

  /** Returns it doing otherwise. */
  public WebhookEndpoint withHealth(EndpointHealth value) {
    return new WebhookEndpoint(tenant, id, settings, secrets, value);
  }

  /** Returns whether an event that happens now is to be sent to it. */
  public boolean isToldOf(RunEvent event) {
    return health.state().isActive() && settings.wants(EventTypes.of(event));
  }
}
