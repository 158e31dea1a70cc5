package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.prospector.Prospector;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.event.RunEvent;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.run.Threads;
import dev.prospector.store.StoredRun;
import dev.prospector.tracking.sink.JsonLinesSink;
import dev.prospector.tracking.sink.LogSink;
import dev.prospector.tracking.subscription.EventSubscription;
import dev.prospector.tracking.subscription.EventSubscriptions;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryState;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.Webhooks;
import dev.prospector.tracking.webhook.delivery.DeliverWebhooks;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import dev.prospector.tracking.webhook.signature.Verification;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual shows of events and webhooks, done. */
class TrackingTest {

  private static final Tenant TENANT = Tenant.DEFAULT;

  private final List<Lead> leads = BundledData.leads().subList(0, 2);
  private final BlockingQueue<String> worked = new LinkedBlockingQueue<>();
  private final Queue<Long> shown = new ConcurrentLinkedQueue<>();
  private final CountDownLatch finished = new CountDownLatch(1);

  @Test
  void everyEventBecomesALine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("events.jsonl");
    // region sinks
    try (JsonLinesSink lines = JsonLinesSink.to(file)) {
      Prospector prospector =
          Prospector.builder()
              .pages(PageArchive.open(BundledData.FOLDER.resolve("pages")))
              .sink(lines)
              .sink(LogSink.create())
              .build();
      try (Run run = prospector.start(Pipelines.standard(), leads)) {
        run.results().forEach(result -> {});
      }
    }
    // endregion
    assertThat(Files.readAllLines(file).get(0)).startsWith("{\"type\":\"run.started\"");
    assertThat(Files.readAllLines(file)).last().asString().contains("\"state\":\"COMPLETED\"");
  }

  @Test
  void aRunIsFollowedFromAnyNumberOn() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    InMemoryRunStore runs = new InMemoryRunStore(Clock.systemUTC());
    // region follow
    EventSubscriptions subscriptions = new EventSubscriptions(runs, threads);
    Prospector prospector = Prospector.builder().runs(runs).sink(subscriptions).build();
    Run run = prospector.start(Pipelines.standard(), leads);
    EventSubscription follower = subscriptions.subscribe(TENANT, run.id(), 0, event -> show(event));
    // endregion
    try (run;
        follower) {
      run.results().forEach(result -> {});
      assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(shown)
          .containsExactlyElementsOf(numbers(runs.find(TENANT, run.id()).orElseThrow()));
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Long> numbers(StoredRun run) {
    return LongStream.rangeClosed(1, run.lastEvent()).boxed().toList();
  }

  private void show(RunEvent event) {
    shown.add(event.position().number());
    if (event instanceof RunEvent.RunFinished) {
      finished.countDown();
    }
  }

  @Test
  void aReceiverIsToldWhenALeadIsFinished() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    HttpUrl url = HttpUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    UrlPolicy urls = UrlPolicy.strict().allowingHttp().allowingPrivateAddresses();
    // region register
    InMemoryWebhookStore store = InMemoryWebhookStore.create();
    Webhooks webhooks = new Webhooks(store, urls);
    WebhookSecret secret =
        webhooks.register(
            TENANT,
            EndpointId.of("crm"),
            EndpointSettings.of(url).withEventTypes("lead.finished", "run.finished"));
    String shownOnce = secret.reveal();
    // endregion
    WebhookVerifier verifier = verifier(shownOnce);
    server.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(receive(verifier, exchange.getRequestHeaders(), body), -1);
          exchange.close();
        });
    // region deliver
    DeliverWebhooks delivery =
        DeliverWebhooks.builder(store, OkHttpTransport.create(), threads)
            .urls(urls)
            .listener(endpoint -> tellOwner(endpoint.id() + " is disabled"))
            .build();
    Threads.Background running = delivery.start(Threads.platform(), Duration.ofMillis(500));
    Prospector prospector = Prospector.builder().sink(store.sink(TENANT)).build();
    // endregion
    try (running;
        Run run = prospector.start(Pipelines.standard(), leads)) {
      run.results().forEach(result -> {});
      for (int i = 0; i < 3; i++) {
        assertThat(worked.poll(30, TimeUnit.SECONDS)).contains(".finished");
      }
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
    // region replay
    DeliveryFilter failed = DeliveryFilter.to(EndpointId.of("crm")).in(DeliveryState.FAILED);
    int again = webhooks.replay(TENANT, failed.since(Instant.parse("2026-11-21T00:00:00Z")));
    // endregion
    assertThat(again).isZero();
  }

  @Test
  void aStoredRunTellsWhoSubscribedWithoutASink(@TempDir Path folder) throws Exception {
    String address = "sqlite:" + folder.resolve("prospector.db");
    byte[] key = "a secret that is not in the store".getBytes(StandardCharsets.UTF_8);
    Pipeline pipeline = Pipelines.standard();
    EndpointSettings settings = EndpointSettings.of(HttpUrl.parse("https://203.0.113.7/hook"));
    UrlPolicy urls = UrlPolicy.strict().allowingPrivateAddresses();
    // region outbox
    try (Store store = Store.open(address, StoreOptions.defaults().withPipeline(pipeline))) {
      Webhooks webhooks = new Webhooks(store.webhooks(key), urls);
      webhooks.register(TENANT, EndpointId.of("crm"), settings);
      Prospector prospector = Prospector.builder().runs(store.runs()).build();
      try (Run run = prospector.start(pipeline, leads)) {
        run.await();
      }
    }
    // endregion
    try (Store store = Store.open(address, StoreOptions.defaults().withPipeline(pipeline))) {
      StoredRun run = store.runs().list(TENANT, Optional.empty(), 1).get(0);
      DeliveryFilter waiting = DeliveryFilter.to(EndpointId.of("crm")).in(DeliveryState.PENDING);
      assertThat(store.webhooks(key).deliveries(TENANT, waiting, Optional.empty(), 1_000))
          .extracting(delivery -> delivery.message().number())
          .containsExactlyInAnyOrderElementsOf(numbers(run));
    }
  }

  private static WebhookVerifier verifier(String shownOnce) {
    // region verifier
    WebhookVerifier verifier =
        WebhookVerifier.of(WebhookSecret.parse(shownOnce), Clock.systemUTC())
            .rememberingIds(100_000);
    // endregion
    return verifier;
  }

  private int receive(WebhookVerifier verifier, Map<String, List<String>> headers, byte[] body) {
    // region receive
    Verification verified = verifier.verify(headers, body);
    int status =
        verified.match(
            accepted -> {
              workOn(accepted.id(), new String(body, StandardCharsets.UTF_8));
              return 204;
            },
            refused -> refused.reason().status());
    // endregion
    return status;
  }

  private void workOn(String id, String body) {
    worked.add(id + " " + body);
  }

  private void tellOwner(String what) {
    throw new AssertionError(what);
  }
}
