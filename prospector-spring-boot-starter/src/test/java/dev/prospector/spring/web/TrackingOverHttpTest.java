package dev.prospector.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.Tenant;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.spring.web.CallerResolver.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Agents that run elsewhere report over real HTTP, and the tenant comes from who they are. */
class TrackingOverHttpTest {

  private static final String AT = "2026-03-01T12:00:0";
  private static Server server;

  /** A tenant and a role for each token. */
  @Configuration(proxyBeanMethods = false)
  static class Host {
    @Bean
    CallerResolver callers() {
      return request ->
          Optional.ofNullable(request.getHeader("Authorization"))
              .map(token -> token.split(":"))
              .map(t -> new Caller(new Tenant(t[0]), "agent", Role.valueOf(t[1])));
    }
  }

  @BeforeAll
  static void start() {
    server =
        Server.start(Host.class, "prospector.web.tracking=true", "prospector.web.path=/tracked");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return Server.send(
        server
            .at("/tracked" + path)
            .header("Authorization", "one:TRACKING")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(String path, String who) throws Exception {
    return server.get("/tracked" + path, "Authorization", who);
  }

  private static String report(String event, String more) {
    return "{\"event_id\":\""
        + event
        + "\",\"agent_name\":\"briefing\",\"start_time\":\""
        + AT
        + "1Z\",\"end_time\":\""
        + AT
        + "2Z\""
        + more
        + "}";
  }

  @Test
  void aLeadIsStartedReportedAndReadWhenItIsComplete() throws Exception {
    String start = "{\"lead_id\":\"acme\",\"run_id\":\"r1\",\"start_time\":\"" + AT + "0Z\"}";
    assertThat(post("/api/lead/start", start).statusCode()).isEqualTo(201);
    assertThat(post("/api/lead/start", start).statusCode()).isEqualTo(200);
    String done = report("e1", ",\"status\":\"SUCCESS\"");
    assertThat(post("/api/lead/acme/event", done).statusCode()).isEqualTo(201);
    assertThat(post("/api/lead/acme/event", done).statusCode()).isEqualTo(200);
    HttpResponse<String> status = get("/api/lead/acme/status", "one:TRACKING");
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(status.body()).contains("\"status\":\"COMPLETED\"").contains("Z\"");
    assertThat(get("/api/run/r1/status", "one:MEMBER").body()).contains("\"run_id\":\"r1\"");
    assertThat(get("/metrics", "one:TRACKING").body()).contains("\"completed_leads\":1");
  }

  @Test
  void wrongRequestsAreAnsweredAsTheContractSays() throws Exception {
    assertThat(post("/api/lead/start", "{").statusCode()).isEqualTo(400);
    assertThat(post("/api/lead/start", "{\"lead_id\":\"x\"}").statusCode()).isEqualTo(422);
    assertThat(post("/api/lead/none/event", report("e2", ",\"status\":\"SUCCESS\"")).statusCode())
        .isEqualTo(404);
    String taken = "{\"lead_id\":\"busy\",\"run_id\":\"r2\"}";
    assertThat(post("/api/lead/start", taken).statusCode()).isEqualTo(201);
    assertThat(post("/api/lead/start", taken.replace("r2", "r3")).statusCode()).isEqualTo(409);
    assertThat(post("/api/lead/start", " ".repeat(262_145)).statusCode()).isEqualTo(413);
  }

  @Test
  void whoMayOnlyLookMayNotReportAndNobodySeesAnotherTenantsLead() throws Exception {
    assertThat(post("/api/lead/start", "{\"lead_id\":\"own\",\"run_id\":\"r4\"}").statusCode())
        .isEqualTo(201);
    assertThat(get("/api/lead/own/status", "two:TRACKING").statusCode()).isEqualTo(404);
    assertThat(get("/api/lead/own/status", "one:VIEWER").statusCode()).isEqualTo(403);
    assertThat(server.get("/tracked/api/lead/own/status").statusCode()).isEqualTo(401);
  }
}
