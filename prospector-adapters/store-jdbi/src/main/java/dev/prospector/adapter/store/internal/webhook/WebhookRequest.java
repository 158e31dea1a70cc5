package dev.prospector.adapter.store.internal.webhook;

import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is asked of endpoints and deliveries. */
sealed interface WebhookRequest {

  /** Returns the endpoints that are to be held. */
  List<EndpointKey> endpoints();

  /** Adds an endpoint. Its answer is whether the id was free. */
  record Add(EndpointRow row) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of(row.key());
    }
  }

  /** Replaces an endpoint that has the row's version. Its answer is whether it had. */
  record Change(EndpointRow row) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of(row.key());
    }
  }

  /** Removes an endpoint. Its answer is whether there was one. */
  record Remove(EndpointKey key) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of(key);
    }
  }

  /**
   * Takes deliveries. Its answer is a list of claims. Endpoints that are locked by others are
   * skipped.
   */
  record Claim(int most, Instant now, Duration lease) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of();
    }
  }

  /** Keeps how an attempt ended. Its answer is a {@link Settled}, if the claim was not over. */
  record Settle(DeliveryClaim claim, DeliveryResult result) implements WebhookRequest {
    EndpointKey key() {
      return WebhookRequest.key(claim);
    }

    @Override
    public List<EndpointKey> endpoints() {
      return List.of(key());
    }
  }

  /** What became of an endpoint. */
  record Settled(EndpointHealth before, EndpointRow after) {}

  /** Gives a claim back. Its answer says nothing. */
  record Release(DeliveryClaim claim) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of(key(claim));
    }
  }

  /** Has messages delivered again. Its answer is their number. */
  record Replay(Tenant tenant, DeliveryFilter filter, Instant now) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of(EndpointKey.of(tenant, filter.endpoint()));
    }
  }

  /** Adds messages for an endpoint. Its answer is how many were not there. */
  record Backfill(EndpointKey key, List<WebhookMessage> messages) implements WebhookRequest {
    @Override
    public List<EndpointKey> endpoints() {
      return List.of(key);
    }
  }

  /** Removes the messages about a lead. Its answer is their number. */
  record Forget(String tenant, String lead, List<EndpointKey> endpoints)
      implements WebhookRequest {}

  /**
   * Removes some ended messages to an endpoint, of events before a time. Its answer is their
   * number.
   *
   * @param endpoints all of the tenant
   */
  record RemoveEnded(EndpointKey key, Instant before, List<EndpointKey> endpoints)
      implements WebhookRequest {}

  private static EndpointKey key(DeliveryClaim claim) {
    return EndpointKey.of(claim.delivery().message().tenant(), claim.delivery().endpoint());
  }
}
