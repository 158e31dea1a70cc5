package dev.prospector.tracking.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunId;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpSettings;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteLead;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.remote.http.EndpointHandler;
import dev.prospector.tracking.remote.http.RemoteRunsEndpoint;
import dev.prospector.tracking.remote.memory.InMemoryReportStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrackingClientTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Tenant TENANT = new Tenant("acme");
  private static final RunId RUN = RunId.of("run");
  private static final LeadId LEAD = LeadId.of("lead / 1 é");
  private static final Duration LONG = Duration.ofMinutes(1);

  private static TrackingSettings to(String host) {
    return TrackingSettings.to(HttpUrl.parse(host))
        .withToken("secret-token")
        .withPatience(
            new TrackingSettings.Patience(Duration.ofMillis(1), Duration.ofMillis(2), LONG));
  }

  private static AgentReport report(int number) {
    return AgentReport.ended(
        "event-" + number,
        "agent" + number,
        AgentReport.Status.SUCCESS,
        NOW.plusSeconds(number),
        NOW.plusSeconds(number + 1));
  }

  /** A host whose answers get lost: before it worked, or after. */
  private static final class DyingHost {
    private final InMemoryRunStore store = new InMemoryRunStore(CLOCK);
    private final InMemoryReportStore reports = new InMemoryReportStore();
    private final EndpointHandler handler =
        new EndpointHandler(new RemoteRunsEndpoint(new RemoteRuns(store, reports, CLOCK)), TENANT);
    private final Random random = new Random(100);
    private final AtomicInteger deaths = new AtomicInteger();
    private final HttpServer server;

    DyingHost() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::handle);
      server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
      int fate = deaths.get() < 100 ? random.nextInt(4) : 3;
      if (fate < 3) {
        deaths.incrementAndGet();
      }
      switch (fate) {
        case 0 -> exchange.close();
        case 1 -> handler.handle(new LostAnswer(exchange));
        case 2 -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        }
        default -> handler.handle(exchange);
      }
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }
  }

  @Test
  void aHostThatDiesAHundredTimesHasEachReportOnce() throws Exception {
    DyingHost host = new DyingHost();
    try (TrackingClient client =
        TrackingClient.open(
            JdkHttpTransport.create(HttpSettings.defaults()), to(host.address() + "/"))) {
      client.start(LeadStart.of(LEAD, RUN));
      for (int i = 0; i < 150; i++) {
        client.report(LEAD, report(i));
      }
      client.report(LEAD, report(150).with(AgentReport.Verdict.COMPLETED));
      assertThat(client.flush(LONG)).isTrue();
      assertThat(host.deaths.get()).isEqualTo(100);
      assertThat(client.counts())
          .isEqualTo(new TrackingClient.Counts(152, 0, 0, client.counts().repeated(), 0));
      assertThat(client.counts().repeated()).isGreaterThanOrEqualTo(100);
    } finally {
      host.server.stop(0);
    }

    assertThat(host.reports.reports(TENANT, RUN, LEAD)).hasSize(151);
    assertThat(host.reports.find(TENANT, LEAD).orElseThrow().state().status())
        .isEqualTo(RemoteLead.Status.COMPLETED);
    assertThat(host.store.events(TENANT, RUN, 0, 1000).stream().map(EventTypes::of))
        .filteredOn("step.completed"::equals)
        .hasSize(151);
  }

  /** A transport that does nothing until it is let go. */
  private static HttpTransport stuck(CountDownLatch gate) {
    return new HttpTransport() {
      @Override
      public <T> T exchange(HttpRequest request, Reader<T> reader) throws InterruptedException {
        gate.await();
        throw new PortException("test", "down", RetryAdvice.backOff());
      }
    };
  }

  @Test
  void aHostThatDoesNotAnswerNeverSlowsTheAgentAndWhatFindsNoRoomIsCounted() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    TrackingSettings settings =
        to("https://crm.example")
            .withRoom(new TrackingSettings.Room(10, 1L << 20))
            .withPatience(
                new TrackingSettings.Patience(
                    Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO));
    TrackingClient client = TrackingClient.open(stuck(gate), settings);
    for (int i = 0; i < 1_000; i++) {
      client.report(LEAD, report(i));
    }
    assertThat(client.counts().dropped()).isEqualTo(990);
    assertThat(client.counts().waiting()).isEqualTo(10);

    client.close();
    client.report(LEAD, report(1));
    gate.countDown();
    assertThat(client.counts()).isEqualTo(new TrackingClient.Counts(0, 0, 1_001, 0, 0));
  }

  @Test
  void roomIsForBytesToo() {
    TrackingSettings settings =
        to("https://crm.example")
            .withRoom(new TrackingSettings.Room(1_000, 500))
            .withPatience(
                new TrackingSettings.Patience(
                    Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO));
    CountDownLatch gate = new CountDownLatch(1);
    try (TrackingClient client = TrackingClient.open(stuck(gate), settings)) {
      for (int i = 0; i < 10; i++) {
        client.report(LEAD, report(i));
      }
      assertThat(client.counts().waiting()).isBetween(1, 4);
    } finally {
      gate.countDown();
    }
  }

  @Test
  void whatIsNoJsonIsDroppedAndTheAgentDoesNotNotice() {
    AgentReport.Outcome broken =
        new AgentReport.Outcome(
            java.util.Optional.of("{not json"),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty());
    try (TrackingClient client =
        TrackingClient.open(stuck(new CountDownLatch(1)), to("https://crm.example"))) {
      client.report(LEAD, report(1).with(broken));
      assertThat(client.counts().dropped()).isEqualTo(1);
    }
  }

  @Test
  void whatTheHostRefusesIsNotTriedAgain() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch token = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          if ("Bearer secret-token"
              .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            token.countDown();
          }
          exchange.sendResponseHeaders(409, -1);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    try (TrackingClient client =
        TrackingClient.open(JdkHttpTransport.create(HttpSettings.defaults()), to(address))) {
      client.report(LEAD, report(1));
      client.report(LEAD, report(2));
      assertThat(client.flush(LONG)).isTrue();
      assertThat(client.counts()).isEqualTo(new TrackingClient.Counts(0, 2, 0, 0, 0));
    } finally {
      server.stop(0);
    }
    assertThat(asked.get()).isEqualTo(2);
    assertThat(token.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void theTokenIsNotShown() {
    assertThat(to("https://crm.example/base").toString()).doesNotContain("secret");
  }
}
