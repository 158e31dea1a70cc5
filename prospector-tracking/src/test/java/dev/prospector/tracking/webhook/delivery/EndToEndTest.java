package dev.prospector.tracking.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.lead.Tenant;
import dev.prospector.run.Threads;
import dev.prospector.tracking.webhook.DeliveryFilter;
import dev.prospector.tracking.webhook.DeliveryLimits;
import dev.prospector.tracking.webhook.EndpointId;
import dev.prospector.tracking.webhook.EndpointSettings;
import dev.prospector.tracking.webhook.UrlPolicy;
import dev.prospector.tracking.webhook.Webhooks;
import dev.prospector.tracking.webhook.memory.InMemoryWebhookStore;
import dev.prospector.tracking.webhook.signature.Verification;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an event to a receiver with a server of its own, over real HTTP. */
class EndToEndTest {

  private static final EndpointId ID = EndpointId.of("crm");

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final InMemoryWebhookStore store = InMemoryWebhookStore.create();
  private final UrlPolicy urls = UrlPolicy.strict().allowingHttp().allowingPrivateAddresses();
  private final Webhooks webhooks = new Webhooks(store, urls);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void eventsArriveSignedOnceAndInOrder() throws Exception {
    WebhookSecret secret = webhooks.register(Tenant.DEFAULT, ID, settings("/hook"));
    WebhookVerifier verifier = WebhookVerifier.of(secret, Clock.systemUTC()).rememberingIds(10_000);
    CountDownLatch arrived = new CountDownLatch(200);
    AtomicReference<String> refusal = new AtomicReference<>("");
    List<String> bodies = new java.util.concurrent.CopyOnWriteArrayList<>();
    server.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          Verification verified = verifier.verify(exchange.getRequestHeaders(), body);
          bodies.add(new String(body, java.nio.charset.StandardCharsets.UTF_8));
          answer(
              exchange,
              verified.match(
                  accepted -> {
                    arrived.countDown();
                    return 204;
                  },
                  refused -> {
                    refusal.set(refused.reason().name());
                    return refused.reason().status();
                  }));
        });
    DeliverWebhooks delivery =
        DeliverWebhooks.builder(store, JdkHttpTransport.create(), threads).urls(urls).build();

    try (Threads.Background running = delivery.start(Threads.platform(), Duration.ofMillis(20))) {
      for (int number = 1; number <= 200; number++) {
        store.sink(Tenant.DEFAULT).accept(paused(number));
      }
      assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(refusal).hasValue("");
    assertThat(bodies).hasSize(200);
    for (int number = 1; number <= 200; number++) {
      assertThat(bodies.get(number - 1)).contains("\"number\":" + number + "}");
    }
  }

  @Test
  void aRedirectIsAFailureAndIsNotFollowed() throws Exception {
    AtomicInteger followed = new AtomicInteger();
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          answer(exchange, 307);
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          followed.incrementAndGet();
          answer(exchange, 200);
        });
    webhooks.register(Tenant.DEFAULT, ID, settings("/moved"));
    store.enqueue(Tenant.DEFAULT, paused(1));

    DeliverWebhooks.builder(store, JdkHttpTransport.create(), Runnable::run)
        .urls(urls)
        .build()
        .deliverDue();

    assertThat(followed).hasValue(0);
    assertThat(
            store.deliveries(Tenant.DEFAULT, DeliveryFilter.to(ID), java.util.Optional.empty(), 1))
        .singleElement()
        .satisfies(d -> assertThat(d.last().orElseThrow().status()).isEqualTo(307));
  }

  private EndpointSettings settings(String path) {
    HttpUrl url = HttpUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return EndpointSettings.of(url).withLimits(DeliveryLimits.defaults().withPerMinute(600_000));
  }

  private static RunEvent paused(long number) {
    return new RunEvent.RunPaused(
        new RunEvent.Position(
            RunId.of("run"), number, Instant.parse("2026-11-21T12:00:00Z"), Tenant.DEFAULT));
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
