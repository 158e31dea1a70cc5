package dev.prospector.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes wrong at providers, over real HTTP: each shape in each dialect where it can occur. */
class FailureShapesTest {

  private static final String KEY = "sk-canary-0451";
  private static final Request REQUEST = Request.of("Answer in one word.", "Is water wet?", 50);

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpTransport transport = JdkHttpTransport.create();
  private List<JsonNode> script = List.of();
  private int next;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          JsonNode row = script.get(Math.min(next++, script.size() - 1));
          byte[] body = row.path("body").asString("").getBytes(StandardCharsets.UTF_8);
          row.path("headers")
              .properties()
              .forEach(
                  h -> exchange.getResponseHeaders().add(h.getKey(), h.getValue().asString("")));
          exchange.sendResponseHeaders(
              row.path("status").asInt(0), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpModel model(Dialect dialect) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    Provider provider = Provider.at(base).withDialect(dialect);
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    return new HttpModel(HttpModelSettings.of(provider, "model", KEY).withClock(clock), transport);
  }

  private String outcome(JsonNode... rows) throws InterruptedException {
    script = List.of(rows);
    next = 0;
    try {
      Answer answer = model(Dialect.valueOf(rows[0].path("dialect").asString(""))).ask(REQUEST);
      assertThat(answer.usage().tokens()).isPositive();
      return answer.ending().name();
    } catch (UnansweredException e) {
      return "UNHEARD";
    } catch (PortException e) {
      assertThat(e.toString()).doesNotContain(KEY);
      RetryAdvice advice = e.advice();
      return advice.kind() == RetryAdvice.Kind.AFTER
          ? "AFTER " + advice.delay().toMillis()
          : advice.kind().name();
    }
  }

  static List<JsonNode> rows() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            FailureShapesTest.class.getResourceAsStream("failure-shapes.jsonl"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        rows.add(Json.MAPPER.readTree(line));
      }
    }
    return rows;
  }

  @Test
  void everyShapeHasTheEndingOrTheAdviceThatFits() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : rows()) {
      String outcome = outcome(row);
      if (!outcome.equals(row.path("expect").asString(""))) {
        wrong.add(
            row.path("dialect").asString("")
                + " "
                + row.path("shape").asString("")
                + ": "
                + outcome
                + " rather than "
                + row.path("expect").asString(""));
      }
    }
    assertThat(rows()).hasSizeGreaterThan(90);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatAProviderRefusesIsLeftOutOnceAndFromThenOn() throws Exception {
    JsonNode refusal =
        Json.MAPPER.readTree(
            "{\"status\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":\\\"unsupported_parameter\\\","
                + "\\\"message\\\":\\\"Unsupported parameter: 'max_tokens'\\\"}}\"}");
    JsonNode whole =
        rows().stream().filter(r -> r.path("shape").asString("").equals("whole")).findFirst().get();
    script = List.of(refusal, whole);
    HttpModel model = model(Dialect.OPENAI_CHAT);

    assertThat(model.ask(REQUEST).text()).isEqualTo("{\"a\":1}");
    assertThat(model.ask(REQUEST).text()).isEqualTo("{\"a\":1}");
    assertThat(bodies).hasSize(3);
    assertThat(bodies.get(0)).contains("\"max_tokens\"");
    assertThat(bodies.get(1)).contains("max_completion_tokens").doesNotContain("\"max_tokens\"");
    assertThat(bodies.get(2)).contains("max_completion_tokens").doesNotContain("\"max_tokens\"");
  }

  @Test
  void aSchemaGoesOutInTheFormOfEachDialectAndTheKeyNeverInTheBody() throws Exception {
    Request asked =
        REQUEST.withSchema(Schema.of("answer", "{\"type\":\"object\",\"properties\":{}}"));
    List<String> forms =
        List.of(
            "response_format", "\"format\"", "output_config", "responseJsonSchema", "\"format\"");
    for (Dialect dialect : Dialect.values()) {
      script =
          rows().stream()
              .filter(r -> r.path("shape").asString("").equals("whole"))
              .filter(r -> r.path("dialect").asString("").equals(dialect.name()))
              .toList();
      model(dialect).ask(asked);
      String body = bodies.get(bodies.size() - 1);
      assertThat(body).contains(forms.get(dialect.ordinal())).doesNotContain(KEY);
      assertThat(model(dialect).upperBound(asked).tokens()).isGreaterThan(body.length());
    }
  }
}
