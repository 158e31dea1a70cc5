package dev.prospector.quickstart;

import static dev.prospector.tracking.remote.AgentReport.Status.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunId;
import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.tracking.client.TrackingClient;
import dev.prospector.tracking.client.TrackingSettings;
import dev.prospector.tracking.frame.FramePlace;
import dev.prospector.tracking.frame.RunFrames;
import dev.prospector.tracking.frame.StreamRun;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.remote.http.RemoteRunsEndpoint;
import dev.prospector.tracking.remote.http.TrackingAnswer;
import dev.prospector.tracking.remote.http.TrackingRequest;
import dev.prospector.tracking.remote.memory.InMemoryReportStore;
import dev.prospector.tracking.subscription.EventSubscriptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The samples of docs/tracking.md. */
class RemoteTrackingTest {

  private static final Tenant TENANT = new Tenant("acme");
  private static final LeadId LEAD = LeadId.of("lead-1");

  private final Instant start = Instant.parse("2026-03-01T12:00:00Z");
  private final Instant end = start.plusSeconds(5);
  private final Clock clock = Clock.fixed(start, ZoneOffset.UTC);
  private final InMemoryRunStore runs = new InMemoryRunStore(clock);
  private final InMemoryReportStore reports = new InMemoryReportStore();

  @Test
  void anAgentElsewhereIsFollowedLikeOneOfOurs() throws Exception {
    // region serve
    RemoteRuns remote = new RemoteRuns(runs, reports, clock);
    RemoteRunsEndpoint endpoint = new RemoteRunsEndpoint(remote);
    // endregion
    HttpTransport transport = within(endpoint);
    HttpUrl host = HttpUrl.parse("https://crm.example");
    // region report
    try (TrackingClient client = TrackingClient.open(transport, TrackingSettings.to(host))) {
      client.start(LeadStart.of(LEAD, RunId.of("run-1")).about("https://acme.example", "Acme"));
      client.report(LEAD, AgentReport.started("event-1", "research", start));
      client.report(LEAD, AgentReport.ended("event-2", "research", SUCCESS, start, end));
    }
    // endregion
    remote.report(TENANT, LEAD, AgentReport.ended("event-3", "briefing", SUCCESS, start, end));
    remote.complete(TENANT, RunId.of("run-1"));

    EventSubscriptions news = new EventSubscriptions(runs, work -> {});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String lastEventId = "";
    // region stream
    RunFrames.Stream stream = new RunFrames.Stream(TENANT, RunId.of("run-1"), "ana");
    new StreamRun(new RunFrames(runs), news).to(out, stream, FramePlace.parse(lastEventId));
    // endregion
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("retry: 2000\n\nid: 1\nevent: pipeline_start\n");
    assertThat(text).containsOnlyOnce("event: lead_enrichment_end");
    assertThat(text).containsOnlyOnce("event: pipeline_end");
  }

  /** A host in the same process. */
  private static HttpTransport within(RemoteRunsEndpoint endpoint) {
    return new HttpTransport() {
      @Override
      public <T> T exchange(HttpRequest request, Reader<T> reader) {
        try (InputStream in = request.body().open()) {
          String type = request.headers().getOrDefault("Content-Type", "");
          TrackingAnswer answer =
              mounted(endpoint, request.method(), request.url().target(), type, in.readAllBytes());
          return reader.read(
              HttpAnswer.received(
                  answer.status(),
                  java.util.Map.of(),
                  new ByteArrayInputStream(answer.body()),
                  request.limits()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static TrackingAnswer mounted(
      RemoteRunsEndpoint endpoint, String method, String target, String contentType, byte[] body) {
    // region mount
    TrackingAnswer answer =
        endpoint.answer(
            new TrackingRequest(TENANT, "request-1", method, target, contentType, body));
    // endregion
    return answer;
  }
}
