package dev.prospector.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.error.InputException;
import dev.prospector.tracking.webhook.signature.WebhookSecret;
import dev.prospector.tracking.webhook.signature.WebhookSecrets;
import dev.prospector.tracking.webhook.signature.WebhookSigner;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What another Prospector tells, and how exceptions of ours are answered. */
class WebhookReceiverTest {

  private static final WebhookSecret SECRET = WebhookSecret.of(new byte[32]);
  private static Server server;

  /** Takes messages, and fails at one of them. */
  @Configuration(proxyBeanMethods = false)
  static class Host {
    static final List<String> TAKEN = new CopyOnWriteArrayList<>();
    static volatile boolean fails;

    @Bean
    WebhookReceiver receiver() {
      return (id, body) -> {
        if (fails) {
          throw new IllegalStateException("the database is away");
        }
        TAKEN.add(id);
      };
    }

    @Bean
    Wrong wrong() {
      return new Wrong();
    }
  }

  /** A controller of the application. */
  @RestController
  static class Wrong {
    @GetMapping("/wrong")
    String wrong() {
      throw new InputException("there is no such column 'x': use 'name'");
    }
  }

  @BeforeAll
  static void start() {
    server =
        Server.start(
            Host.class,
            "prospector.web.receiver.secret=" + SECRET.reveal(),
            "prospector.web.problem-details=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder signed(String id, String body) {
    HttpRequest.Builder request =
        server.at("/api/webhooks/receive").POST(HttpRequest.BodyPublishers.ofString(body));
    new WebhookSigner(WebhookSecrets.of(SECRET))
        .headers(id, Clock.systemUTC().instant(), body)
        .forEach(request::header);
    return request;
  }

  @Test
  void aGenuineMessageIsTakenOnce() throws Exception {
    assertThat(Server.send(signed("msg_1", "{}")).statusCode()).isEqualTo(204);
    assertThat(Server.send(signed("msg_1", "{}")).statusCode()).isEqualTo(200);
    assertThat(Host.TAKEN).containsOnlyOnce("msg_1");
  }

  @Test
  void aForgedMessageIsRefused() throws Exception {
    HttpRequest.Builder forged =
        signed("msg_2", "{}").POST(HttpRequest.BodyPublishers.ofString("{\"forged\":true}"));
    assertThat(Server.send(forged).statusCode()).isEqualTo(401);
    assertThat(Host.TAKEN).doesNotContain("msg_2");
  }

  @Test
  void aMessageThatCouldNotBeTakenComesAgain() throws Exception {
    Host.fails = true;
    try {
      assertThat(Server.send(signed("msg_3", "{}")).statusCode()).isEqualTo(503);
    } finally {
      Host.fails = false;
    }
    assertThat(Server.send(signed("msg_3", "{}")).statusCode()).isEqualTo(204);
    assertThat(Host.TAKEN).containsOnlyOnce("msg_3");
  }

  @Test
  void onlyPostIsTakenAndNothingTooLong() throws Exception {
    assertThat(server.get("/api/webhooks/receive").statusCode()).isEqualTo(405);
    String tooLong = "x".repeat(1_048_577);
    assertThat(Server.send(signed("msg_4", tooLong)).statusCode()).isEqualTo(413);
  }

  @Test
  void anExceptionOfOursIsAProblemWithItsStatus() throws Exception {
    HttpResponse<String> answer = server.get("/wrong");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("/problems/invalid").contains("use 'name'");
  }
}
