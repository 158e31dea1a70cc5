package dev.prospector.tracking.webhook.delivery;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.webhook.Delivery;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.EndpointHealth;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.TestClock;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.WebhookEndpoint;
import dev.prospector.tracking.webhook.Webhooks;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Delivery on a clock that is moved by hand and on the thread that asks for it. */
abstract class DeliveryCase {

  static final Tenant TENANT = new Tenant("tenant");
  static final EndpointId A = EndpointId.of("a");
  static final EndpointId B = EndpointId.of("b");
  static final String URL_A = "https://a.example/hook";
  static final String URL_B = "https://b.example/hook";

  /** Draws the middle of every range. */
  static final RandomGenerator NO_JITTER = () -> 1L << 63;

  /** Every host lies at one public address. */
  static final UrlPolicy URLS =
      UrlPolicy.strict()
          .resolvingBy(host -> List.of(InetAddress.getByAddress(new byte[] {8, 8, 8, 8})));

  final TestClock clock = new TestClock("2026-11-21T12:00:00Z");
  final Instant start = clock.instant();
  final Receivers receivers = new Receivers(clock);
  final InMemoryWebhookStore store = InMemoryWebhookStore.create();
  final Webhooks webhooks = new Webhooks(store, URLS, clock, new Random(1));
  final List<WebhookEndpoint> disabled = new ArrayList<>();
  final DeliverWebhooks delivery = builder().build();

  DeliverWebhooks.Builder builder() {
    return DeliverWebhooks.builder(store, receivers, Runnable::run)
        .clock(clock)
        .random(NO_JITTER)
        .urls(URLS)
        .listener(disabled::add);
  }

  WebhookSecret register(EndpointId id, String url) {
    return webhooks.register(TENANT, id, EndpointSettings.of(HttpUrl.parse(url)));
  }

  void happen(long number) {
    store.enqueue(TENANT, event(number));
  }

  RunEvent event(long number) {
    return new RunEvent.LeadFinished(
        new RunEvent.Position(RunId.of("run-1"), number, clock.instant(), Tenant.DEFAULT),
        LeadId.of("lead-" + number),
        LeadStatus.ENRICHED,
        "");
  }

  void after(Duration time) {
    clock.advance(time);
    delivery.deliverDue();
  }

  List<Delivery> deliveries(EndpointId id) {
    return webhooks.deliveries(TENANT, DeliveryFilter.to(id), Optional.empty(), 10_000);
  }

  Delivery only(EndpointId id) {
    List<Delivery> all = deliveries(id);
    if (all.size() != 1) {
      throw new AssertionError("not one delivery but " + all);
    }
    return all.get(0);
  }

  EndpointHealth health(EndpointId id) {
    return webhooks.find(TENANT, id).orElseThrow().health();
  }
}
