package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpSettings;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.testkit.contract.HttpTransportContract;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdkHttpTransportTest {

  @Nested
  class KeepsTheContract extends HttpTransportContract {
    @Override
    protected HttpTransport transport() {
      return JdkHttpTransport.create();
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger followed = new AtomicInteger();
  private final JdkHttpTransport transport =
      JdkHttpTransport.create(HttpSettings.defaults().withMostBytes(1_000));
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    server.createContext(
        "/from",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/to");
          answer(exchange, 302, "text/plain", new byte[0]);
        });
    server.createContext("/to", exchange -> followed.incrementAndGet());

    HttpTransport.Response response = transport.send(get("/from"));

    assertThat(response.status()).isEqualTo(302);
    assertThat(response.headers()).containsEntry("location", List.of("/to"));
    assertThat(followed).hasValue(0);
  }

  @Test
  void aBodyOfTheLargestSizeIsReadAndALargerOneIsAnError() throws Exception {
    server.createContext("/fits", e -> answer(e, 200, "text/plain", new byte[1_000]));
    server.createContext("/large", e -> answer(e, 200, "text/plain", new byte[1_001]));

    assertThat(transport.send(get("/fits")).body()).hasSize(1_000);
    assertThatThrownBy(() -> transport.send(get("/large")))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.advice().kind()).isEqualTo(RetryAdvice.Kind.NEVER))
        .hasMessageContaining("too large");
  }

  @Test
  void aBodyWithoutEndIsGivenUpInTime() {
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(1);
            body.flush();
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThatThrownBy(() -> transport.send(get("/endless", Duration.ofMillis(500))))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.advice().kind()).isEqualTo(RetryAdvice.Kind.BACK_OFF));
  }

  @Test
  void textIsReadInTheCharacterSetThatIsNamed() throws Exception {
    for (String name : List.of("ISO-8859-1", "\"utf-16be\"", "UTF-8")) {
      Charset charset = Charset.forName(name.replace("\"", ""));
      String path = "/" + charset;
      byte[] text = "São João".getBytes(charset);
      server.createContext(path, e -> answer(e, 200, "text/html; Charset=" + name, text));
      assertThat(transport.send(get(path)).body()).as(name).isEqualTo("São João");
    }
    byte[] text = "São".getBytes(StandardCharsets.UTF_8);
    server.createContext("/unnamed", e -> answer(e, 200, "text/html; charset=none-such", text));
    assertThat(transport.send(get("/unnamed")).body()).isEqualTo("São");
  }

  @Test
  void whatCannotBeSentIsSaidWithoutRepeatingASecret() {
    for (HttpTransport.Request wrong :
        List.of(
            new HttpTransport.Request("GET", "ftp://host/key", Map.of(), "", Duration.ofSeconds(1)),
            new HttpTransport.Request("GET", "no address", Map.of(), "", Duration.ofSeconds(1)),
            new HttpTransport.Request(
                "GET",
                "http://127.0.0.1:1/",
                Map.of("X-Key", "key\nwith two lines"),
                "",
                Duration.ofSeconds(1)))) {
      assertThatThrownBy(() -> transport.send(wrong))
          .isInstanceOf(PortException.class)
          .hasNoCause()
          .message()
          .doesNotContain("key");
    }
  }

  @Test
  void anErrorNamesTheHostButNoPath() {
    String url = "http://127.0.0.1:1/services/T000/key?token=key";

    assertThatThrownBy(
            () ->
                transport.send(
                    new HttpTransport.Request("POST", url, Map.of(), "", Duration.ofSeconds(10))))
        .isInstanceOf(PortException.class)
        .message()
        .contains("http://127.0.0.1")
        .doesNotContain("key");
  }

  @Test
  void oneHundredRequestsAreUnderWayAtATime() throws Exception {
    CyclicBarrier together = new CyclicBarrier(100);
    server.createContext(
        "/together",
        exchange -> {
          try {
            together.await();
          } catch (Exception e) {
            throw new IOException(e);
          }
          answer(exchange, 200, "text/plain", new byte[0]);
        });
    Callable<Integer> request = () -> transport.send(get("/together")).status();

    List<Future<Integer>> answers =
        threads.invokeAll(IntStream.range(0, 100).mapToObj(i -> request).toList());

    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
  }

  private HttpTransport.Request get(String path) {
    return get(path, Duration.ofSeconds(30));
  }

  private HttpTransport.Request get(String path, Duration timeout) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    return new HttpTransport.Request("GET", url, Map.of(), "", timeout);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
