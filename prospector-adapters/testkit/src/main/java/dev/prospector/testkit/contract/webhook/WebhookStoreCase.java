package dev.prospector.testkit.contract.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Attempt;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryClaim;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.DeliveryResult;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of the contract of stores of webhooks have in common. */
abstract class WebhookStoreCase {

  static final Tenant TENANT = new Tenant("one");
  static final Tenant OTHER = new Tenant("other");
  static final RunId RUN = RunId.of("run.1");
  static final LeadId LEAD = LeadId.of("São João");
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final Duration LEASE = Duration.ofMinutes(1);
  static final EndpointId A = EndpointId.of("a");
  static final EndpointId B = EndpointId.of("b");
  static final EndpointSettings SETTINGS =
      EndpointSettings.of(HttpUrl.parse("https://hooks.example/prospector?key=value"));

  WebhookStore store;

  /** Returns whose store it is. */
  abstract WebhookStoreContract contract();

  @BeforeEach
  void open() {
    store = contract().store();
  }

  void happen(Tenant tenant, RunEvent event) {
    contract().happen(tenant, event);
  }

  List<DeliveryClaim> claim(int most) {
    return store.claim(most, NOW, LEASE);
  }

  /** Claims one delivery to endpoint A, and gives the others back. */
  DeliveryClaim claimOf(long number) {
    DeliveryClaim wanted = null;
    for (DeliveryClaim claim : claim(100)) {
      if (claim.delivery().endpoint().equals(A)
          && claim.delivery().message().tenant().equals(TENANT)
          && claim.delivery().message().number() == number) {
        wanted = claim;
      } else {
        store.release(claim);
      }
    }
    assertThat(wanted).isNotNull();
    return java.util.Objects.requireNonNull(wanted);
  }

  List<Delivery> all(EndpointId endpoint) {
    return store.deliveries(TENANT, DeliveryFilter.to(endpoint), Optional.empty(), 1_000);
  }

  List<Long> numbers(DeliveryFilter filter) {
    return store.deliveries(TENANT, filter, Optional.empty(), 100).stream()
        .map(d -> d.message().number())
        .toList();
  }

  void health(EndpointState state) {
    store.change(TENANT, A, e -> e.withHealth(e.health().in(state)));
  }

  static DeliveryResult taken() {
    return new DeliveryResult(
        new Attempt(NOW, 200, ""), DeliveryState.DELIVERED, NOW, EndpointHealth::succeeded);
  }

  static DeliveryResult failed(Attempt attempt, Instant due) {
    return new DeliveryResult(
        attempt,
        DeliveryState.PENDING,
        due,
        health -> health.failed(attempt.at(), Duration.ofDays(5)));
  }

  static Attempt attempt() {
    return new Attempt(NOW, 0, "no answer");
  }

  static EndpointSettings unordered(int concurrency, int perMinute) {
    return SETTINGS.withLimits(
        new DeliveryLimits(concurrency, perMinute, DeliveryLimits.Order.NONE));
  }

  static WebhookEndpoint endpoint(EndpointId id, EndpointSettings settings) {
    return new WebhookEndpoint(
        TENANT, id, settings, WebhookSecrets.of(secret(0)), EndpointHealth.NEW);
  }

  static WebhookEndpoint disabled(EndpointId id) {
    return endpoint(id, SETTINGS)
        .withHealth(EndpointHealth.NEW.in(EndpointState.DISABLED_BY_OWNER));
  }

  static WebhookEndpoint ofOther(EndpointId id) {
    return new WebhookEndpoint(
        OTHER, id, SETTINGS, WebhookSecrets.of(secret(0)), EndpointHealth.NEW);
  }

  static WebhookSecret secret(int seed) {
    return WebhookSecret.generate(new Random(seed));
  }

  static RunEvent leadFinished(long number) {
    return finished("run.1", number, LEAD);
  }

  static RunEvent finished(String run, long number, LeadId lead) {
    return finished(run, number, lead, NOW);
  }

  static RunEvent finished(String run, long number, LeadId lead, Instant at) {
    return new RunEvent.LeadFinished(
        new RunEvent.Position(RunId.of(run), number, at, Tenant.DEFAULT),
        lead,
        LeadStatus.ENRICHED,
        "");
  }
}
