package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.PortException;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every transport promises, shown against a server of the test's own on this machine. Extend
 * it, and return a transport that may call this machine.
 */
public abstract class HttpTransportContract {

  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private HttpTransport transport;

  /** Creates the contract. */
  protected HttpTransportContract() {}

  /** Returns a transport. */
  protected abstract HttpTransport transport();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/echo", exchange -> answer(exchange, 200, echo(exchange)));
    server.createContext("/busy", exchange -> answer(exchange, 429, "later"));
    server.createContext("/hang", this::hang);
    server.createContext("/cut", HttpExchange::close);
    server.start();
    transport = transport();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void methodHeadersAndBodyArriveAndTheAnswerComesBack() throws Exception {
    HttpTransport.Response response =
        transport.send(request("POST", "/echo", Map.of("X-Key", "secret"), "São", 30));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("POST secret São");
    assertThat(response.headers()).containsEntry("x-answer", List.of("yes"));
  }

  @Test
  void anyStatusIsAnAnswer() throws Exception {
    assertThat(transport.send(request("GET", "/busy", Map.of(), "", 30)).status()).isEqualTo(429);
  }

  @Test
  void ofWhatWasNotAnsweredInTimeNobodyKnowsWhetherItArrived() {
    assertThatThrownBy(() -> transport.send(request("GET", "/hang", Map.of(), "", 1)))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void ofWhatWasCutOffNobodyKnowsWhetherItArrived() {
    assertThatThrownBy(() -> transport.send(request("POST", "/cut", Map.of(), "order", 30)))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void aServerThatIsNotThereWasNotAsked() {
    HttpTransport.Request request = request("GET", "/echo", Map.of(), "", 30);
    server.stop(0);

    assertThatThrownBy(() -> transport.send(request)).isExactlyInstanceOf(PortException.class);
  }

  @Test
  void anInterruptedThreadGetsAnInterruptedException() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> transport.send(request("GET", "/hang", Map.of(), "", 30)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private HttpTransport.Request request(
      String method, String path, Map<String, String> headers, String body, int seconds) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    return new HttpTransport.Request(method, url, headers, body, Duration.ofSeconds(seconds));
  }

  private void hang(HttpExchange exchange) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static String echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return exchange.getRequestMethod()
        + " "
        + exchange.getRequestHeaders().getFirst("X-Key")
        + " "
        + body;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("X-Answer", "yes");
    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
