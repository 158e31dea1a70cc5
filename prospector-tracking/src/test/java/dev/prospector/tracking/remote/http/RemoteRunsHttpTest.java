package dev.prospector.tracking.remote.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.tracking.remote.RemoteRuns;
import dev.prospector.tracking.remote.memory.InMemoryReportStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's table, over real HTTP. */
class RemoteRunsHttpTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final String EVENT =
      """
      {"event_id": "%s", "agent_name": "%s", "status": "%s",
       "start_time": "2026-03-01T09:00:00-03:00", "end_time": "2026-03-01T12:00:05Z"%s}
      """;

  private final InMemoryRunStore store = new InMemoryRunStore(CLOCK);
  private final RemoteRunsEndpoint endpoint =
      new RemoteRunsEndpoint(new RemoteRuns(store, new InMemoryReportStore(), CLOCK));
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  /** An answer as an agent receives it. */
  private record Answer(int status, JsonNode json, HttpResponse<String> response) {}

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", new EndpointHandler(endpoint, new Tenant("acme")));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Answer post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private Answer get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private Answer send(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), JsonMapper.shared().readTree(response.body()), response);
  }

  private Answer start(String lead, String run) throws Exception {
    return post(
        "/api/lead/start",
        "{\"lead_id\": \"%s\", \"run_id\": \"%s\", \"url\": \"https://a.example\"}"
            .formatted(lead, run));
  }

  private Answer report(String lead, String id, String agent, String status, String more)
      throws Exception {
    return post("/api/lead/" + lead + "/event", EVENT.formatted(id, agent, status, more));
  }

  @Test
  void aCompletedLeadIsReadable() throws Exception {
    assertThat(start("l1", "r1").status()).isEqualTo(201);
    assertThat(start("l1", "r1").status()).isEqualTo(200);
    report("l1", "e1", "research", "SUCCESS", ", \"output_json\": {\"found\": [1, 2.50]}");
    Answer last =
        report("l1", "e2", "briefing", "SUCCESS", ", \"final_package_summary\": \"Call Ana.\"");

    assertThat(last.status()).isEqualTo(201);
    assertThat(last.json().at("/current_lead_state/status").stringValue()).isEqualTo("COMPLETED");
    Answer answer = get("/api/lead/l1/status");
    JsonNode read = answer.json();
    assertThat(read.at("/lead_status/final_package_summary").stringValue()).isEqualTo("Call Ana.");
    assertThat(answer.response().body()).contains("\"output_json\":{\"found\":[1,2.50]}");
    assertThat(read.at("/agent_executions")).hasSize(2);
  }

  @Test
  void timesGoOutInUtcWithTheirZone() throws Exception {
    start("l1", "r1");
    JsonNode recorded = report("l1", "e1", "research", "SUCCESS", "").json();
    assertThat(recorded.at("/agent_event_recorded/start_time").stringValue())
        .isEqualTo("2026-03-01T12:00:00Z");
    assertThat(recorded.at("/current_lead_state/last_update_time").stringValue()).endsWith("Z");
  }

  @Test
  void aRepeatedEventIsNotRecordedTwice() throws Exception {
    start("l1", "r1");
    assertThat(report("l1", "e1", "research", "SUCCESS", "").status()).isEqualTo(201);
    assertThat(report("l1", "e1", "research", "SUCCESS", "").status()).isEqualTo(200);
    assertThat(get("/api/lead/l1/status").json().at("/agent_executions")).hasSize(1);
  }

  @Test
  void aStartWithoutAnEndStands() throws Exception {
    start("l1", "r1");
    String started =
        """
        {"event_id": "s", "agent_name": "slow", "status": "STARTED",
         "start_time": "2026-03-01T12:00:00Z"}
        """;
    Answer answer = post("/api/lead/l1/event", started);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/current_lead_state/current_agent").stringValue())
        .isEqualTo("slow");
    assertThat(get("/api/lead/l1/status").json().at("/agent_executions/0/end_time").isMissingNode())
        .isTrue();
  }

  @Test
  void anOptionalFailureLeavesTheLeadAndACriticalOneEndsIt() throws Exception {
    start("l1", "r1");
    Answer optional = report("l1", "e1", "logo", "FAILED", ", \"error_message\": \"no logo\"");
    assertThat(optional.json().at("/current_lead_state/status").stringValue()).isEqualTo("ACTIVE");
    Answer critical =
        report("l1", "e2", "site", "FAILED", ", \"critical\": true, \"error_message\": \"gone\"");
    assertThat(critical.json().at("/current_lead_state/status").stringValue()).isEqualTo("FAILED");
    assertThat(critical.json().at("/current_lead_state/error_message").stringValue())
        .isEqualTo("gone");
    assertThat(report("l1", "e3", "late", "SUCCESS", "").status()).isEqualTo(409);
    assertThat(report("l1", "e2", "site", "FAILED", "").status()).isEqualTo(200);
  }

  @Test
  void aLeadInAnotherUnfinishedRunIsAConflict() throws Exception {
    start("l1", "r1");
    Answer answer = start("l1", "r2");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("type").stringValue()).isEqualTo("/problems/lead-elsewhere");
  }

  @Test
  void theRunIsReadPageByPage() throws Exception {
    for (int i = 0; i < 5; i++) {
      start("l%20" + i, "r1");
      start("l " + i, "r1");
    }
    JsonNode first = get("/api/run/r1/status?limit=7").json();
    assertThat(first.get("leads")).hasSize(7);
    JsonNode second =
        get("/api/run/r1/status?limit=7&cursor=" + first.get("next_cursor").stringValue()).json();
    assertThat(second.get("leads")).hasSize(3);
    assertThat(second.has("next_cursor")).isFalse();
    assertThat(first.get("status").stringValue()).isEqualTo("RUNNING");
  }

  @Test
  void figuresCountEveryLeadOnce() throws Exception {
    assertThat(get("/metrics").json().get("success_rate").isNull()).isTrue();
    start("l1", "r1");
    start("l2", "r1");
    start("l3", "r1");
    report("l1", "e1", "briefing", "SUCCESS", "");
    report("l2", "e1", "x", "FAILED", ", \"lead_status\": \"FAILED\"");
    assertThat(get("/metrics").json().toString())
        .isEqualTo(
            "{\"total_leads\":3,\"active_leads\":1,\"completed_leads\":1,\"failed_leads\":1,"
                + "\"recent_leads_24h\":3,\"success_rate\":0.5,"
                + "\"timestamp\":\"2026-03-01T12:00:00Z\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {",
        "400 | []",
        "400 | {\"lead_id\": \"a\", \"lead_id\": \"b\", \"run_id\": \"r\"}",
        "400 | {\"lead_id\": \"a\", \"run_id\": \"r\"} x",
        "422 | {\"lead_id\": \"a\"}",
        "422 | {\"lead_id\": \"\", \"run_id\": \"r\"}",
        "422 | {\"lead_id\": 7, \"run_id\": \"r\"}",
        "422 | {\"lead_id\": \"a\", \"run_id\": \"a run\"}",
        "422 | {\"lead_id\": \"a\\u0000\", \"run_id\": \"r\"}",
        "422 | {\"lead_id\": \"a\", \"run_id\": \"r\", \"tenant\": \"other\"}",
        "422 | {\"lead_id\": \"a\", \"run_id\": \"r\", \"start_time\": \"2026-03-01T12:00:00\"}",
        "422 | {\"lead_id\": \"a\", \"run_id\": \"r\", \"start_time\": \"0001-01-01T00:00:00Z\"}"
      })
  void whatCannotBeReadAndWhatIsWrongAreToldApart(int status, String body) throws Exception {
    Answer answer = post("/api/lead/start", body);
    assertThat(answer.status()).as(body).isEqualTo(status);
    assertThat(answer.response().headers().firstValue("content-type"))
        .contains("application/problem+json");
    assertThat(answer.json().get("instance").stringValue()).isNotEmpty();
  }

  @Test
  void allProblemsAreToldAtOnce() throws Exception {
    start("l1", "r1");
    Answer answer =
        post(
            "/api/lead/l1/event",
            "{\"event_id\": \"e\", \"status\": \"DONE\", \"start_time\": \"soon\", \"x\": 1}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").valueStream().map(e -> e.get("field").stringValue()))
        .containsExactlyInAnyOrder("agent_name", "status", "start_time", "x");
  }

  @Test
  void anEndIsRequiredUnlessAnAgentStarted() throws Exception {
    start("l1", "r1");
    String body =
        "{\"event_id\": \"e\", \"agent_name\": \"a\", \"status\": \"SUCCESS\","
            + " \"start_time\": \"2026-03-01T12:00:00Z\"}";
    assertThat(post("/api/lead/l1/event", body).json().at("/errors/0/field").stringValue())
        .isEqualTo("end_time");
  }

  @Test
  void anOutputOfMoreThan64KiBIsRefusedAndOneOf64IsKept() throws Exception {
    start("l1", "r1");
    String fits = ", \"output_json\": \"" + "x".repeat(65_534) + "\"";
    assertThat(report("l1", "e1", "a", "SUCCESS", fits).status()).isEqualTo(201);
    String longer = ", \"output_json\": \"" + "x".repeat(65_535) + "\"";
    assertThat(report("l1", "e2", "a", "SUCCESS", longer).status()).isEqualTo(422);
    String endless = ", \"output_json\": \"" + "x".repeat(RemoteRunsEndpoint.MOST_BYTES) + "\"";
    assertThat(report("l1", "e3", "a", "SUCCESS", endless).status()).isEqualTo(413);
  }

  @Test
  void whatIsNotThereIsNotFoundAndNothingElseIsAnError() throws Exception {
    assertThat(report("none", "e", "a", "SUCCESS", "").status()).isEqualTo(404);
    assertThat(get("/api/lead/none/status").status()).isEqualTo(404);
    assertThat(get("/api/run/none/status").status()).isEqualTo(404);
    assertThat(get("/api/run/no%20run/status").status()).isEqualTo(404);
    assertThat(get("/api/lead/" + "x".repeat(201) + "/status").status()).isEqualTo(404);
    assertThat(get("/elsewhere").status()).isEqualTo(404);
    assertThat(get("/api/lead/start").status()).isEqualTo(405);
    assertThat(get("/api/run/r/status?limit=0").status()).isEqualTo(422);
    assertThat(get("/api/run/r/status?cursor=%21").status()).isEqualTo(422);
  }

  @Test
  void anotherTenantsThingIsTheSameAsNone() throws Exception {
    start("l1", "r1");
    server.createContext("/other", new EndpointHandler(endpoint, new Tenant("other"), "/other"));
    Answer theirs = get("/other/api/lead/l1/status");
    Answer none = get("/other/api/lead/l2/status");
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(theirs.json().get("detail").stringValue().replace("l1", "l2"))
        .isEqualTo(none.json().get("detail").stringValue());
  }
}
