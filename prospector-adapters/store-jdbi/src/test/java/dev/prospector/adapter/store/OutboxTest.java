package dev.prospector.adapter.store;

import static dev.prospector.adapter.store.Leads.RUN;
import static dev.prospector.adapter.store.Steps.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.ConfigurationException;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.PortException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.store.Lease;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
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
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a store promises of webhooks beyond their contract, for one kind of database. */
abstract class OutboxTest {

  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456789Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final EndpointId CRM = EndpointId.of("crm");
  private static final EndpointId LAKE = EndpointId.of("lake");
  private static final DeliveryLimits FAST =
      new DeliveryLimits(1_000, 6_000_000, DeliveryLimits.Order.NONE);
  private static final EndpointSettings SETTINGS =
      EndpointSettings.of(HttpUrl.parse("https://hooks.example/?key=zqxj")).withLimits(FAST);

  private final StoreOptions options =
      StoreOptions.defaults()
          .withSections(Note.KEY)
          .withClock(new SettableClock(NOW))
          .withLease(Duration.ofHours(1));

  /** Opens the store of this test; again and again the same one. */
  abstract Store open(StoreOptions options);

  /** Returns the address of the database itself. */
  abstract String jdbcUrl();

  private void execute(String sql) {
    Jdbi.create(jdbcUrl()).useTransaction(handle -> handle.execute(sql));
  }

  private static WebhookEndpoint endpoint(EndpointId id, EndpointSettings settings) {
    return new WebhookEndpoint(
        TENANT,
        id,
        settings,
        WebhookSecrets.of(WebhookSecret.of(new byte[32])),
        EndpointHealth.NEW);
  }

  private static List<WebhookMessage> messages(WebhookStore webhooks, EndpointId endpoint) {
    return webhooks
        .deliveries(TENANT, DeliveryFilter.to(endpoint), Optional.empty(), 1_000)
        .stream()
        .map(Delivery::message)
        .sorted(Comparator.comparing(WebhookMessage::number))
        .toList();
  }

  private static List<WebhookMessage> of(List<RunEvent> events, PayloadFormat format) {
    return events.stream().map(event -> WebhookMessage.of(TENANT, event, format)).toList();
  }

  private static void work(RunStore runs, RunId run) {
    for (Lease lease : runs.claim(TENANT, run, 100)) {
      runs.commit(Leads.begin(lease));
      runs.commit(Leads.end(lease, 2, "text"));
    }
  }

  @Test
  void everyEventHasOneMessageToEachEndpointThatWantsIt() {
    try (Store store = open(options)) {
      WebhookStore webhooks = store.webhooks(KEY);
      webhooks.add(endpoint(CRM, SETTINGS.withFormat(PayloadFormat.CLOUD_EVENTS_STRUCTURED)));
      webhooks.add(endpoint(LAKE, SETTINGS.withEventTypes("lead.finished", "run.finished")));
      Leads.accept(store.runs(), RUN, 3);
      work(store.runs(), RUN);
    }
    try (Store store = open(options)) {
      List<RunEvent> events = store.runs().events(TENANT, RUN, 0, 100);
      WebhookStore webhooks = store.webhooks(KEY);

      assertThat(events).hasSize(11);
      assertThat(messages(webhooks, CRM))
          .isEqualTo(of(events, PayloadFormat.CLOUD_EVENTS_STRUCTURED));
      assertThat(messages(webhooks, LAKE))
          .isEqualTo(
              of(
                  events.stream()
                      .filter(
                          e ->
                              e instanceof RunEvent.LeadFinished
                                  || e instanceof RunEvent.RunFinished)
                      .toList(),
                  PayloadFormat.STANDARD));
    }
  }

  @Test
  void whereAMessageCannotBeWrittenNothingHappens() {
    try (Store store = open(options)) {
      WebhookStore webhooks = store.webhooks(KEY);
      webhooks.add(endpoint(CRM, SETTINGS));
      Leads.accept(store.runs(), RUN, 1);
      Lease lease = store.runs().claim(TENANT, RUN, 1).get(0);
      List<RunEvent> before = store.runs().events(TENANT, RUN, 0, 100);
      List<WebhookMessage> told = messages(webhooks, CRM);
      execute("update prospector_endpoint set types = '{}'");

      assertThatThrownBy(() -> store.runs().commit(Leads.begin(lease)))
          .isInstanceOf(PortException.class)
          .hasMessageContaining("'crm'");
      assertThatThrownBy(() -> store.runs().open(TENANT, RunId.of("other"), "pipeline", Map.of()))
          .isInstanceOf(PortException.class);

      assertThat(store.runs().events(TENANT, RUN, 0, 100)).isEqualTo(before);
      assertThat(store.runs().find(TENANT, RunId.of("other"))).isEmpty();
      assertThat(messages(webhooks, CRM)).isEqualTo(told);
      execute("update prospector_endpoint set types = '[]'");
      store.runs().commit(Leads.begin(lease));
      assertThat(messages(webhooks, CRM)).hasSize(told.size() + 1);
    }
  }

  @Test
  void aCommitThatIsRefusedOrMadeAgainSendsNothing() {
    try (Store store = open(options)) {
      WebhookStore webhooks = store.webhooks(KEY);
      webhooks.add(endpoint(CRM, SETTINGS));
      Leads.accept(store.runs(), RUN, 1);
      Lease lost = store.runs().claim(TENANT, RUN, 1).get(0);
      store.runs().release(lost);
      Lease lease = store.runs().claim(TENANT, RUN, 1).get(0);
      store.runs().commit(Leads.begin(lease));
      List<WebhookMessage> told = messages(webhooks, CRM);

      store.runs().commit(Leads.begin(lease));
      assertThatThrownBy(() -> store.runs().commit(Leads.begin(lost)))
          .isInstanceOf(LeaseLostException.class);

      assertThat(messages(webhooks, CRM)).isEqualTo(told);
    }
  }

  @Test
  void ofALeadThatIsRemovedOnlyTheMessageOfItsEndIsLeft() {
    try (Store store = open(options)) {
      WebhookStore webhooks = store.webhooks(KEY);
      webhooks.add(endpoint(CRM, SETTINGS));
      Leads.accept(store.runs(), RUN, 2);
      List<Lease> leases = store.runs().claim(TENANT, RUN, 2);
      leases.forEach(lease -> store.runs().commit(Leads.begin(lease)));

      store.leads().remove(TENANT, leases.get(0).lead().id());

      assertThat(messages(webhooks, CRM))
          .filteredOn(m -> m.lead().equals(Optional.of(leases.get(0).lead().id())))
          .extracting(WebhookMessage::type)
          .containsExactly("lead.finished");
      assertThat(messages(webhooks, CRM))
          .filteredOn(m -> m.lead().equals(Optional.of(leases.get(1).lead().id())))
          .extracting(WebhookMessage::type)
          .containsExactly("lead.accepted", "lead.started");
    }
  }

  @Test
  void whatIsStoredOfAnEndpointSignsNothingWithoutTheKey() {
    try (Store store = open(options)) {
      WebhookStore webhooks = store.webhooks(KEY);
      WebhookEndpoint endpoint = endpoint(CRM, SETTINGS);
      webhooks.add(endpoint);
      webhooks.add(endpoint(LAKE, SETTINGS));
      List<byte[]> sealed =
          Jdbi.create(jdbcUrl())
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select sealed from prospector_endpoint order by endpoint")
                          .mapTo(byte[].class)
                          .list());

      assertThat(new String(sealed.get(0), StandardCharsets.ISO_8859_1))
          .doesNotContain("zqxj")
          .doesNotContain(endpoint.secrets().current().reveal());
      assertThat(sealed.get(0)).isNotEqualTo(sealed.get(1));
      byte[] other = KEY.clone();
      other[0]++;
      assertThatThrownBy(() -> store.webhooks(other).find(TENANT, CRM))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("another key");
      assertThatThrownBy(() -> store.webhooks(new byte[15]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("15");
      execute(
          "update prospector_endpoint set sealed = (select o.sealed from prospector_endpoint o"
              + " where o.endpoint = 'lake') where endpoint = 'crm'");
      assertThatThrownBy(() -> webhooks.find(TENANT, CRM))
          .isInstanceOf(ConfigurationException.class);
      assertThat(webhooks.find(TENANT, LAKE)).isPresent();
    }
  }

  /** While one process writes, two others deliver: every message once, from beginning to end. */
  @Test
  void severalProcessesDeliverEachMessageOnce() {
    try (Store writing = open(options);
        Store one = open(options);
        Store two = open(options)) {
      writing.webhooks(KEY).add(endpoint(CRM, SETTINGS));
      writing.webhooks(KEY).add(endpoint(LAKE, SETTINGS));
      AtomicBoolean written = new AtomicBoolean();
      CompletableFuture<List<String>> first =
          CompletableFuture.supplyAsync(() -> deliver(one, written));
      CompletableFuture<List<String>> second =
          CompletableFuture.supplyAsync(() -> deliver(two, written));
      int events = 0;
      try {
        for (int i = 0; i < 20; i++) {
          RunId run = RunId.of("run-" + i);
          Leads.accept(writing.runs(), run, 3);
          writing.runs().claim(TENANT, run, 3).forEach(l -> writing.runs().commit(Leads.begin(l)));
          events += writing.runs().events(TENANT, run, 0, 100).size();
        }
      } finally {
        written.set(true);
      }

      List<String> delivered = new ArrayList<>(first.join());
      delivered.addAll(second.join());
      assertThat(delivered).doesNotHaveDuplicates().hasSize(2 * events);
      assertThat(messages(writing.webhooks(KEY), CRM)).hasSize(events);
    }
  }

  /** Delivers until everything that was written has gone out, by whomever. */
  private static List<String> deliver(Store store, AtomicBoolean written) {
    WebhookStore webhooks = store.webhooks(KEY);
    List<String> delivered = new ArrayList<>();
    boolean last = false;
    while (!last) {
      last = written.get() && !waits(webhooks, CRM) && !waits(webhooks, LAKE);
      for (DeliveryClaim claim : webhooks.claim(7, NOW, LEASE)) {
        assertThat(webhooks.settle(claim, taken())).isPresent();
        delivered.add(claim.delivery().endpoint() + " " + claim.delivery().message().id());
      }
    }
    return delivered;
  }

  private static boolean waits(WebhookStore webhooks, EndpointId endpoint) {
    DeliveryFilter waiting = DeliveryFilter.to(endpoint).in(DeliveryState.PENDING);
    return !webhooks.deliveries(TENANT, waiting, Optional.empty(), 1).isEmpty();
  }

  private static DeliveryResult taken() {
    return new DeliveryResult(
        new Attempt(NOW, 200, ""), DeliveryState.DELIVERED, NOW, EndpointHealth::succeeded);
  }

  @Test
  void anotherTenantsEventsGoToNobodyElse() {
    try (Store store = open(options)) {
      store.webhooks(KEY).add(endpoint(CRM, SETTINGS));
      store.runs().open(new Tenant("other"), RUN, "pipeline", Map.of());

      assertThat(messages(store.webhooks(KEY), CRM)).isEmpty();
    }
  }

  @Test
  void runsTakeTurnsHoweverManyTheyAre() {
    try (Store store = open(options)) {
      WebhookStore webhooks = store.webhooks(KEY);
      webhooks.add(
          endpoint(
              CRM,
              SETTINGS
                  .withEventTypes("run.started", "run.paused")
                  .withLimits(FAST.withOrder(DeliveryLimits.Order.PER_RUN))));
      for (int i = 0; i < 12; i++) {
        Leads.accept(store.runs(), RunId.of("run-" + (char) ('a' + i)), 1);
        store.runs().steer(TENANT, RunId.of("run-" + (char) ('a' + i)), RunState.PAUSED);
      }

      List<String> order = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        DeliveryClaim claim = webhooks.claim(1, NOW, LEASE).get(0);
        order.add(claim.delivery().message().run() + " " + claim.delivery().message().number());
        webhooks.settle(claim, taken());
      }

      assertThat(order.subList(0, 12)).allMatch(o -> o.endsWith(" 1")).doesNotHaveDuplicates();
      assertThat(order.subList(12, 24)).allMatch(o -> o.endsWith(" 3")).doesNotHaveDuplicates();
      assertThat(webhooks.claim(1, NOW, LEASE)).isEmpty();
    }
  }
}
