package dev.prospector.tracking.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.InputException;
import dev.prospector.error.RunException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.EndpointState;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an owner of endpoints does. */
class WebhooksTest extends DeliveryCase {

  @Test
  void aNewEndpointHasASecretOfItsOwnThatNoTextTells() {
    WebhookSecret a = register(A, URL_A + "?key=hidden");
    WebhookSecret b = register(B, URL_B);
    WebhookEndpoint endpoint = webhooks.find(TENANT, A).orElseThrow();

    assertThat(a).isNotEqualTo(b);
    assertThat(endpoint.secrets()).isEqualTo(WebhookSecrets.of(a));
    assertThat(endpoint.health()).isEqualTo(EndpointHealth.NEW);
    assertThat(endpoint.toString())
        .contains("a.example")
        .doesNotContain(a.reveal().substring(6))
        .doesNotContain("hidden");
  }

  @Test
  void whatIsNotAllowedIsRefusedWithTheReason() {
    assertThatThrownBy(() -> register(A, "http://a.example/"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("https");
    EndpointSettings settings = EndpointSettings.of(HttpUrl.parse(URL_A));
    assertThatThrownBy(() -> webhooks.register(TENANT, A, settings.withEventTypes("lead.found")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lead.found")
        .hasMessageContaining("lead.finished");
    register(A, URL_A);
    assertThatThrownBy(() -> register(A, URL_A)).isInstanceOf(InputException.class);
    HttpUrl open = HttpUrl.parse("http://a.example/");
    assertThatThrownBy(() -> webhooks.change(TENANT, A, settings.withUrl(open)))
        .isInstanceOf(InputException.class);
    assertThat(webhooks.find(TENANT, A).orElseThrow().settings()).isEqualTo(settings);
  }

  @Test
  void whoIsNotThereIsNamed() {
    assertThatThrownBy(() -> webhooks.rotateSecret(TENANT, A, Duration.ZERO))
        .isInstanceOf(InputException.class)
        .hasMessage("tenant 'tenant' has no webhook endpoint 'a'");
    assertThat(webhooks.remove(TENANT, A)).isFalse();
    assertThat(webhooks.all(TENANT)).isEmpty();
  }

  @Test
  void oneTenantDoesNotSeeOrTouchAnothersEndpoints() {
    Tenant other = new Tenant("other");
    register(A, URL_A);
    happen(1);

    assertThat(webhooks.find(other, A)).isEmpty();
    assertThat(webhooks.all(other)).isEmpty();
    assertThat(webhooks.remove(other, A)).isFalse();
    assertThat(webhooks.replay(other, DeliveryFilter.to(A))).isZero();
    assertThatThrownBy(() -> webhooks.disable(other, A)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> webhooks.enable(other, A)).isInstanceOf(InputException.class);
    assertThat(health(A)).isEqualTo(EndpointHealth.NEW);
  }

  @Test
  void aDisabledEndpointGetsNothingUntilItIsEnabled() {
    register(A, URL_A);
    happen(1);
    webhooks.disable(TENANT, A);
    happen(2);
    delivery.deliverDue();
    assertThat(receivers.ledger()).isEmpty();
    assertThat(health(A).state()).isEqualTo(EndpointState.DISABLED_BY_OWNER);

    webhooks.enable(TENANT, A);
    delivery.deliverDue();
    assertThat(receivers.ledger()).hasSize(1);
    assertThat(disabled).isEmpty();
  }

  @Test
  void aChangedAddressIsWhereWaitingMessagesGo() {
    receivers.answer(URL_A, 500);
    register(A, URL_A);
    happen(1);
    delivery.deliverDue();
    webhooks.change(TENANT, A, EndpointSettings.of(HttpUrl.parse(URL_B)));
    after(Duration.ofSeconds(5));

    assertThat(receivers.at(URL_A)).hasSize(1);
    assertThat(receivers.at(URL_B)).hasSize(1);
    assertThat(receivers.at(URL_B).get(0).id()).isEqualTo(receivers.at(URL_A).get(0).id());
  }

  @Test
  void onlyEventsThatAreAskedForAreSent() {
    EndpointSettings settings = EndpointSettings.of(HttpUrl.parse(URL_A));
    webhooks.register(TENANT, A, settings.withEventTypes("run.finished"));
    webhooks.register(TENANT, B, settings.withEventTypes("lead.finished", "run.finished"));
    happen(1);

    assertThat(deliveries(A)).isEmpty();
    assertThat(deliveries(B)).hasSize(1);
  }

  @Test
  void whatAnEndpointMissedWhileItWasDisabledIsAddedFromTheRun() {
    InMemoryRunStore runs = new InMemoryRunStore(clock);
    RunId run = RunId.of("run-1");
    runs.open(TENANT, run, "pipeline", Map.of());
    runs.accept(TENANT, run, 0, List.of(Lead.of(LeadId.of("lead"), Company.named("Company"))));
    Lease lease = runs.claim(TENANT, run, 1).get(0);
    List<EventDraft> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      events.add(new EventDraft(start, at -> new RunEvent.StepStarted(at, LeadId.of("lead"), "s")));
    }
    runs.commit(RunCommit.of(lease, 1, events));
    EndpointSettings settings = EndpointSettings.of(HttpUrl.parse(URL_A));
    webhooks.register(TENANT, A, settings.withEventTypes("step.started"));
    runs.events(TENANT, run, 2, 10).forEach(event -> store.enqueue(TENANT, event));

    assertThat(webhooks.backfill(TENANT, A, runs, run, 0)).isEqualTo(590);
    assertThat(webhooks.backfill(TENANT, A, runs, run, 0)).isZero();
    assertThat(deliveries(A)).hasSize(600);
    assertThatThrownBy(() -> webhooks.backfill(TENANT, A, runs, RunId.of("none"), 0))
        .isInstanceOf(RunException.class);
  }
}
