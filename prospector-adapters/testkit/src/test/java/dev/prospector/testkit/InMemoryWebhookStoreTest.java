package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.testkit.contract.webhook.WebhookStoreContract;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryWebhookStoreTest extends WebhookStoreContract {

  private InMemoryWebhookStore store = InMemoryWebhookStore.create();

  @Override
  protected WebhookStore store() {
    store = InMemoryWebhookStore.create();
    return store;
  }

  @Override
  protected void happen(Tenant tenant, RunEvent event) {
    store.sink(tenant).accept(event);
  }

  @Test
  void itHoldsABoundedNumberAndForgetsWhatEndedFirst() {
    InMemoryWebhookStore small = InMemoryWebhookStore.holding(3);
    small.add(endpoint("a"));
    for (int number = 1; number <= 3; number++) {
      small.enqueue(Tenant.DEFAULT, paused(number));
    }
    DeliveryClaim first = small.claim(1, Instant.EPOCH, Duration.ofMinutes(1)).get(0);
    small.settle(
        first,
        new DeliveryResult(
            new Attempt(Instant.EPOCH, 200, ""),
            DeliveryState.DELIVERED,
            Instant.EPOCH,
            EndpointHealth::succeeded));

    assertThat(small.enqueue(Tenant.DEFAULT, paused(4))).isEqualTo(1);
    assertThat(numbers(small, "a")).containsExactly(4L, 3L, 2L);
    assertThat(small.refused()).isZero();
  }

  @Test
  void oneFullEndpointTakesNothingFromAnother() {
    InMemoryWebhookStore small = InMemoryWebhookStore.holding(2);
    small.add(endpoint("a"));
    small.enqueue(Tenant.DEFAULT, paused(1));
    small.enqueue(Tenant.DEFAULT, paused(2));
    small.add(endpoint("b"));

    assertThat(small.enqueue(Tenant.DEFAULT, paused(3))).isEqualTo(1);
    assertThat(numbers(small, "a")).containsExactly(2L, 1L);
    assertThat(numbers(small, "b")).containsExactly(3L);
    assertThat(small.refused()).isEqualTo(1);
  }

  private static List<Long> numbers(WebhookStore of, String endpoint) {
    DeliveryFilter all = DeliveryFilter.to(EndpointId.of(endpoint));
    List<Delivery> found = of.deliveries(Tenant.DEFAULT, all, Optional.empty(), 10);
    return found.stream().map(d -> d.message().number()).toList();
  }

  private static RunEvent paused(long number) {
    return new RunEvent.RunPaused(
        new RunEvent.Position(
            RunId.of("run"), number, Instant.EPOCH.plusSeconds(number), Tenant.DEFAULT));
  }

  private static WebhookEndpoint endpoint(String id) {
    return new WebhookEndpoint(
        Tenant.DEFAULT,
        EndpointId.of(id),
        EndpointSettings.of(HttpUrl.parse("https://hooks.example/")),
        WebhookSecrets.of(WebhookSecret.of(new byte[24])),
        EndpointHealth.NEW);
  }
}
