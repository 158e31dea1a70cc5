package dev.prospector.simulation;

import dev.prospector.event.EventTypes;
import dev.prospector.event.RunEvent;
import dev.prospector.http.HttpUrl;
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
import dev.prospector.tracking.webhook.PayloadFormat;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.WebhookMessage;
import dev.prospector.tracking.webhook.WebhookStore;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at the messages of a simulated run, and delivers some of them, between its processes. Where
 * a disk does not write messages with their events, they are added from the log.
 */
final class WebhookWitness {

  private static final int PLENTY = 100_000;
  private static final DeliveryLimits LIMITS =
      new DeliveryLimits(1_000, 6_000_000, DeliveryLimits.Order.NONE);
  private static final EndpointSettings ALL =
      EndpointSettings.of(HttpUrl.parse("https://all.example/")).withLimits(LIMITS);
  private static final EndpointSettings SOME =
      EndpointSettings.of(HttpUrl.parse("https://some.example/"))
          .withLimits(LIMITS)
          .withEventTypes("lead.finished", "run.finished", "step.completed")
          .withFormat(PayloadFormat.CLOUD_EVENTS_STRUCTURED);

  private final Tenant tenant;
  private final Clock clock;
  private final Consumer<String> findings;
  private final WebhookStore fromLog = InMemoryWebhookStore.holding(PLENTY);
  private final Map<EndpointId, EndpointSettings> endpoints =
      Map.of(EndpointId.of("all"), ALL, EndpointId.of("some"), SOME);
  private final Map<String, String> bodies = new HashMap<>();
  private final Set<String> delivered = new HashSet<>();

  WebhookWitness(Tenant tenant, Clock clock, Consumer<String> findings) {
    this.tenant = tenant;
    this.clock = clock;
    this.findings = findings;
  }

  /** Subscribes before anything happens. */
  void begin(SimulatedDisk.Opened opened) {
    WebhookStore store = store(opened);
    if (store.endpoints(tenant).isEmpty()) {
      endpoints.forEach((id, settings) -> store.add(endpoint(id, settings)));
    }
  }

  private WebhookEndpoint endpoint(EndpointId id, EndpointSettings settings) {
    WebhookSecrets secrets = WebhookSecrets.of(WebhookSecret.of(new byte[32]));
    return new WebhookEndpoint(tenant, id, settings, secrets, EndpointHealth.NEW);
  }

  private WebhookStore store(SimulatedDisk.Opened opened) {
    return opened.webhooks().orElse(fromLog);
  }

  /** Of every event that an endpoint wants there is one message to it, and nothing else. */
  void look(SimulatedDisk.Opened opened, List<RunEvent> events) {
    WebhookStore store = store(opened);
    if (opened.webhooks().isEmpty()) {
      endpoints.keySet().forEach(id -> store.backfill(tenant, id, events));
    }
    endpoints.forEach((id, settings) -> check(id, expected(events, settings), messages(store, id)));
  }

  private List<WebhookMessage> expected(List<RunEvent> events, EndpointSettings settings) {
    return events.stream()
        .filter(event -> settings.wants(EventTypes.of(event)))
        .map(event -> WebhookMessage.of(tenant, event, settings.format()))
        .toList();
  }

  private List<WebhookMessage> messages(WebhookStore store, EndpointId id) {
    return store.deliveries(tenant, DeliveryFilter.to(id), Optional.empty(), PLENTY).stream()
        .map(Delivery::message)
        .sorted(Comparator.comparingLong(WebhookMessage::number))
        .toList();
  }

  private void check(EndpointId id, List<WebhookMessage> wanted, List<WebhookMessage> found) {
    if (!wanted.equals(found)) {
      findings.accept("'" + id + "' has messages " + found + " for events " + wanted);
    }
    Set<String> here = new HashSet<>();
    for (WebhookMessage message : found) {
      here.add(message.id());
      String before = bodies.putIfAbsent(id + " " + message.id(), message.body());
      if (before != null && !before.equals(message.body())) {
        findings.accept(message.id() + " has changed from " + before + " to " + message.body());
      }
    }
    bodies.keySet().stream()
        .filter(name -> name.startsWith(id + " "))
        .filter(name -> !here.contains(name.substring(name.indexOf(' ') + 1)))
        .forEach(name -> findings.accept("message " + name + " is gone"));
  }

  /** Delivers a few, as a process that dies over every other one. */
  void deliverSome(SimulatedDisk.Opened opened) {
    List<DeliveryClaim> claims = store(opened).claim(6, clock.instant(), Duration.ofMinutes(30));
    for (int i = 0; i < claims.size(); i += 2) {
      deliver(opened, claims.get(i));
    }
  }

  /** Delivers what is left: then every message has gone out, and none again once that was kept. */
  void end(SimulatedDisk.Opened opened) {
    List<DeliveryClaim> claims = claim(opened);
    while (!claims.isEmpty()) {
      claims.forEach(claim -> deliver(opened, claim));
      claims = claim(opened);
    }
    if (!delivered.equals(bodies.keySet())) {
      findings.accept(delivered + " were delivered of " + bodies.keySet());
    }
  }

  private List<DeliveryClaim> claim(SimulatedDisk.Opened opened) {
    return store(opened).claim(1_000, clock.instant(), Duration.ofMinutes(30));
  }

  private void deliver(SimulatedDisk.Opened opened, DeliveryClaim claim) {
    DeliveryResult taken =
        new DeliveryResult(
            new Attempt(clock.instant(), 200, ""),
            DeliveryState.DELIVERED,
            clock.instant(),
            EndpointHealth::succeeded);
    if (store(opened).settle(claim, taken).isEmpty()) {
      findings.accept("a claim does not hold: " + claim);
    }
    Delivery delivery = claim.delivery();
    if (delivery.message().tenant().equals(tenant)
        && !delivered.add(delivery.endpoint() + " " + delivery.message().id())) {
      findings.accept("delivered again: " + delivery);
    }
  }

  /** Returns how many messages there are. */
  int messages() {
    return bodies.size();
  }
}
