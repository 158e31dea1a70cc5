package dev.prospector.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.LanguageModel.Request;
import dev.prospector.model.Schema;
import dev.prospector.testkit.provider.FailureShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at providers, over real HTTP: each shape in each dialect where it can occur. */
class FailureShapesTest {

  private static final String KEY = "sk-canary-0451";
  private static final Request REQUEST = Request.of("Answer in one word.", "Is water wet?", 50);

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpTransport transport = JdkHttpTransport.create();
  private List<FailureShape> script = List.of();
  private int next;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          FailureShape row = script.get(Math.min(next++, script.size() - 1));
          byte[] body = row.body().getBytes(StandardCharsets.UTF_8);
          row.headers().forEach(exchange.getResponseHeaders()::add);
          exchange.sendResponseHeaders(row.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Both transports: what a provider says is read alike, whoever carries it. */
  static Stream<HttpTransport> transports() {
    return Stream.of(JdkHttpTransport.create(), OkHttpTransport.create());
  }

  private HttpModel model(Dialect dialect) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    Provider provider = Provider.at(base).withDialect(dialect);
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    return new HttpModel(HttpModelSettings.of(provider, "model", KEY).withClock(clock), transport);
  }

  private String outcome(FailureShape row) throws InterruptedException {
    script = List.of(row);
    next = 0;
    try {
      Answer answer = model(Dialect.valueOf(row.dialect())).ask(REQUEST);
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

  @ParameterizedTest
  @MethodSource("transports")
  void everyShapeHasTheEndingOrTheAdviceThatFits(HttpTransport carrier) throws Exception {
    transport = carrier;
    List<String> wrong = new ArrayList<>();
    for (FailureShape row : FailureShape.all()) {
      String outcome = outcome(row);
      if (!outcome.equals(row.expected())) {
        wrong.add(
            row.dialect() + " " + row.name() + ": " + outcome + " rather than " + row.expected());
      }
    }
    assertThat(FailureShape.all()).hasSizeGreaterThan(90);
    assertThat(wrong).isEmpty();
  }

  @Test
  void aKeyThatAProviderRepeatsIsNotTold() {
    for (int status : new int[] {400, 401, 403, 404, 429, 500}) {
      String body =
          "{\"error\":{\"message\":\"Incorrect API key provided:"
              + " KEY\",\"type\":\"KEY\",\"code\":\"KEY\",\"status\":\"KEY\",\"param\":\"KEY\"}}";
      script =
          List.of(
              new FailureShape(
                  "key", "OPENAI_CHAT", status, Map.of(), body.replace("KEY", KEY), ""));
      for (Dialect dialect : Dialect.values()) {
        assertThatThrownBy(() -> model(dialect).ask(REQUEST))
            .isInstanceOfSatisfying(
                PortException.class,
                e -> {
                  StringWriter trace = new StringWriter();
                  e.printStackTrace(new PrintWriter(trace));
                  assertThat(trace.toString()).doesNotContain(KEY);
                });
      }
    }
  }

  @Test
  void whatAProviderRefusesIsLeftOutOnceAndFromThenOn() throws Exception {
    FailureShape refusal =
        new FailureShape(
            "max_tokens",
            "OPENAI_CHAT",
            400,
            Map.of(),
            "{\"error\":{\"code\":\"unsupported_parameter\","
                + "\"message\":\"Unsupported parameter: 'max_tokens'\"}}",
            "");
    FailureShape whole = FailureShape.named("whole", "OPENAI_CHAT");
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
      script = List.of(FailureShape.named("whole", dialect.name()));
      model(dialect).ask(asked);
      String body = bodies.get(bodies.size() - 1);
      assertThat(body).contains(forms.get(dialect.ordinal())).doesNotContain(KEY);
      assertThat(model(dialect).upperBound(asked).tokens()).isGreaterThan(body.length());
    }
  }
}
