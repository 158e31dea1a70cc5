package dev.prospector.testkit.contract.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.PayloadFormat;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How endpoints are kept, and which events they are sent. */
abstract class WebhookStoreEndpoints extends WebhookStoreCase {

  @Test
  void anEndpointIsFoundAsItWasAdded() {
    EndpointHealth health =
        EndpointHealth.NEW.failed(NOW, Duration.ofDays(5)).paused(NOW.plusSeconds(7));
    WebhookEndpoint endpoint =
        endpoint(
                A,
                SETTINGS
                    .withEventTypes("run.finished", "lead.finished")
                    .withFormat(PayloadFormat.CLOUD_EVENTS_BINARY)
                    .withLimits(new DeliveryLimits(3, 7, DeliveryLimits.Order.NONE)))
            .withSecrets(
                WebhookSecrets.of(secret(1))
                    .rotate(secret(2), NOW, NOW.plusSeconds(60))
                    .rotate(secret(3), NOW, NOW.plusSeconds(90)))
            .withHealth(health);
    store.add(endpoint);

    assertThat(store.find(TENANT, A)).contains(endpoint);
    assertThat(store.find(TENANT, B)).isEmpty();
    assertThat(store.find(OTHER, A)).isEmpty();
  }

  @Test
  void anIdIsTakenOnceInATenant() {
    store.add(endpoint(A, SETTINGS));
    store.add(ofOther(A));

    assertThatThrownBy(() -> store.add(endpoint(A, SETTINGS))).isInstanceOf(InputException.class);
  }

  @Test
  void endpointsOfATenantAreListedInOrder() {
    store.add(endpoint(B, SETTINGS));
    store.add(endpoint(A, SETTINGS));
    store.add(ofOther(EndpointId.of("c")));

    assertThat(store.endpoints(TENANT)).extracting(WebhookEndpoint::id).containsExactly(A, B);
  }

  @Test
  void aChangeIsKept() {
    store.add(endpoint(A, SETTINGS));
    EndpointSettings changed = SETTINGS.withEventTypes("run.finished");

    assertThat(store.change(TENANT, A, e -> e.withSettings(changed)))
        .isEqualTo(store.find(TENANT, A))
        .get()
        .extracting(WebhookEndpoint::settings)
        .isEqualTo(changed);
    assertThat(store.change(OTHER, A, e -> e.withSettings(changed))).isEmpty();
  }

  @Test
  void anEventIsSentToWhoeverIsActiveAndWantsIt() {
    store.add(endpoint(A, SETTINGS));
    store.add(endpoint(B, SETTINGS.withEventTypes("run.finished")));
    store.add(disabled(EndpointId.of("c")));
    store.add(ofOther(A));
    store.add(
        endpoint(EndpointId.of("d"), SETTINGS.withFormat(PayloadFormat.CLOUD_EVENTS_STRUCTURED)));
    happen(TENANT, leadFinished(2));

    List<DeliveryClaim> claims = claim(10);

    assertThat(claims)
        .extracting(claim -> claim.delivery().endpoint().value())
        .containsExactlyInAnyOrder("a", "d");
    for (DeliveryClaim claim : claims) {
      PayloadFormat format = claim.delivery().message().format();
      assertThat(claim.delivery())
          .isEqualTo(
              new Delivery(
                  WebhookMessage.of(TENANT, leadFinished(2), format),
                  claim.delivery().endpoint(),
                  DeliveryState.PENDING,
                  0,
                  NOW,
                  Optional.empty()));
    }
  }

  @Test
  void anEventThatIsToldTwiceIsSentOnce() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(2));
    happen(TENANT, leadFinished(2));
    DeliveryClaim claim = claim(10).get(0);
    store.settle(claim, taken());
    happen(TENANT, leadFinished(2));

    assertThat(claim(10)).isEmpty();
  }

  @Test
  void aRemovedEndpointIsGoneWithItsDeliveries() {
    store.add(endpoint(A, SETTINGS));
    happen(TENANT, leadFinished(1));
    happen(TENANT, leadFinished(2));
    DeliveryClaim claim = claim(1).get(0);

    assertThat(store.remove(TENANT, A)).isTrue();
    assertThat(store.remove(TENANT, A)).isFalse();
    assertThat(store.settle(claim, taken())).isEmpty();
    store.release(claim);
    store.add(endpoint(A, SETTINGS));
    assertThat(all(A)).isEmpty();
    assertThat(claim(10)).isEmpty();
  }

  @Test
  void anEventThatAnEndpointMissedCanBeAddedOnce() {
    store.add(endpoint(A, SETTINGS.withEventTypes("lead.finished")));
    happen(TENANT, leadFinished(2));
    RunEvent unwanted = new RunEvent.RunPaused(new RunEvent.Position(RUN, 3, NOW, Tenant.DEFAULT));

    List<RunEvent> events = List.of(leadFinished(1), leadFinished(2), unwanted);
    assertThat(store.backfill(TENANT, A, events)).isEqualTo(1);
    assertThat(store.backfill(TENANT, A, events)).isZero();
    assertThat(store.backfill(TENANT, B, events)).isZero();
    assertThat(all(A)).extracting(d -> d.message().number()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(claim(10)).extracting(c -> c.delivery().message().number()).containsExactly(1L);
  }
}
