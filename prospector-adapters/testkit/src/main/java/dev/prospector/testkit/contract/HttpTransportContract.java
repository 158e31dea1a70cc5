package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpBody;
import dev.prospector.http.HttpLimits;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every transport promises, shown against a server of the test's own on this machine. Extend
 * it, and return a transport.
 */
public abstract class HttpTransportContract {

  private static final int LARGE = 32 << 20;

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger seen = new AtomicInteger();
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
    serve("/echo", HttpTransportContract::echo);
    serve("/count", HttpTransportContract::count);
    serve("/zeros", HttpTransportContract::zeros);
    serve("/busy", exchange -> answer(exchange, 429, "later".getBytes(StandardCharsets.UTF_8)));
    serve("/hang", this::hang);
    serve("/cut", HttpExchange::close);
    serve("/endless", this::endless);
    serve("/from", HttpTransportContract::redirect);
    server.start();
    transport = transport();
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void serve(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          seen.incrementAndGet();
          handler.handle(exchange);
        });
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void methodHeadersAndBodyArriveAndTheAnswerComesBack() throws Exception {
    HttpResponse response = transport.send(post("/echo", "São").withHeader("X-Key", "secret"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("São");
    assertThat(response.header("x-answer")).contains("POST secret");
  }

  @Test
  void bytesGoBothWaysAsTheyAre() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }

    assertThat(
            transport
                .send(
                    HttpRequest.post(url("/echo"), HttpBody.of(all))
                        .withAddresses(AddressPolicy.any()))
                .body())
        .isEqualTo(all);
  }

  @Test
  void aLargeBodyIsSentAndReadPieceByPiece() throws Exception {
    HttpLimits limits = new HttpLimits(Duration.ofSeconds(60), LARGE);
    HttpRequest sent =
        HttpRequest.post(url("/count"), HttpBody.from(LARGE, () -> new Zeros(LARGE)))
            .withAddresses(AddressPolicy.any())
            .withLimits(limits);
    HttpRequest read = get("/zeros", 60).withLimits(limits);

    assertThat(transport.send(sent).text()).isEqualTo(String.valueOf(LARGE));
    assertThat(
            transport.<Long>exchange(
                read, answer -> answer.body().transferTo(OutputStream.nullOutputStream())))
        .isEqualTo(LARGE);
  }

  @Test
  void anAnswerMayBeLeftBeforeItsEnd() throws Exception {
    assertThat(transport.<Integer>exchange(get("/endless", 30), answer -> answer.body().read()))
        .isEqualTo('x');
  }

  @Test
  void aBodyOfTheLargestSizeIsReadAndALargerOneIsAnError() throws Exception {
    HttpLimits four = new HttpLimits(Duration.ofSeconds(30), 4);

    assertThat(transport.send(post("/echo", "1234").withLimits(four)).text()).isEqualTo("1234");
    assertThatThrownBy(() -> transport.send(post("/echo", "12345").withLimits(four)))
        .isInstanceOfSatisfying(
            UnansweredException.class, e -> assertThat(e.advice()).isEqualTo(RetryAdvice.never()))
        .hasMessageContaining("too large");
  }

  @Test
  void anyStatusIsAnAnswer() throws Exception {
    assertThat(transport.send(get("/busy", 30)).status()).isEqualTo(429);
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    HttpResponse response = transport.send(get("/from", 30));

    assertThat(response.status()).isEqualTo(302);
    assertThat(response.header("location")).contains("/echo");
    assertThat(seen).hasValue(1);
  }

  @Test
  void aRequestThatWasNotAnsweredInTimeHasAnUnknownOutcome() {
    assertThatThrownBy(() -> transport.send(get("/hang", 1)))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void aBodyWithoutEndIsGivenUpInTime() {
    assertThatThrownBy(() -> transport.send(get("/endless", 1)))
        .isInstanceOfSatisfying(
            UnansweredException.class,
            e -> assertThat(e.advice()).isEqualTo(RetryAdvice.backOff()));
  }

  @Test
  void whatWasCutOffMayHaveArrivedAndIsNotSentAgain() {
    assertThatThrownBy(() -> transport.send(post("/cut", "order")))
        .isInstanceOf(UnansweredException.class);
    assertThat(seen).hasValue(1);
  }

  @Test
  void aServerThatIsNotThereWasNotAsked() {
    HttpRequest request = get("/echo", 30);
    server.stop(0);

    assertThatThrownBy(() -> transport.send(request)).isExactlyInstanceOf(PortException.class);
  }

  @Test
  void anAddressThatThePolicyRefusesIsNotConnectedTo() {
    for (AddressPolicy policy :
        List.<AddressPolicy>of(
            AddressPolicy.publicOnly(), (host, port, address) -> Optional.of("closed today"))) {
      assertThatThrownBy(() -> transport.send(get("/echo", 30).withAddresses(policy)))
          .isInstanceOf(AddressRefusedException.class);
    }
    assertThat(seen).hasValue(0);
  }

  @Test
  void anAddressThatThePolicyAcceptsIsConnectedTo() throws Exception {
    AddressPolicy policy =
        AddressPolicy.publicOnly().allowing("127.0.0.1", server.getAddress().getPort());

    assertThat(transport.send(get("/busy", 30).withAddresses(policy)).status()).isEqualTo(429);
  }

  /** A transport that looks names up behind the policy's back must not be used for them. */
  @Test
  void aNameIsHeldToThePolicyOrRefused() {
    HttpRequest named =
        HttpRequest.get(
            HttpUrl.parse("http://localhost:" + server.getAddress().getPort() + "/echo"));

    assertThatThrownBy(() -> transport.send(named))
        .isInstanceOf(
            transport.isGuarding() ? AddressRefusedException.class : ConfigurationException.class);
    assertThat(seen).hasValue(0);
  }

  @Test
  void anErrorNamesTheHostButNoPath() {
    HttpRequest request =
        HttpRequest.get(HttpUrl.parse("http://127.0.0.1:1/services/T000/key?token=key"))
            .withAddresses(AddressPolicy.any());

    assertThatThrownBy(() -> transport.send(request))
        .isInstanceOf(PortException.class)
        .message()
        .contains("http://127.0.0.1:1")
        .doesNotContain("key");
  }

  @Test
  void anInterruptedThreadGetsAnInterruptedException() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> transport.send(get("/hang", 30)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aThreadThatIsInterruptedWhileItReadsStopsReading() {
    Thread reader = Thread.currentThread();

    assertThatThrownBy(
            () ->
                transport.exchange(
                    get("/endless", 60),
                    answer -> {
                      reader.interrupt();
                      return answer.whole();
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private HttpUrl url(String path) {
    return HttpUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private HttpRequest get(String path, int seconds) {
    return HttpRequest.get(url(path))
        .withAddresses(AddressPolicy.any())
        .withTimeout(Duration.ofSeconds(seconds));
  }

  private HttpRequest post(String path, String text) {
    return HttpRequest.post(url(path), HttpBody.text(text)).withAddresses(AddressPolicy.any());
  }

  private void hang(HttpExchange exchange) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('x');
    exchange.getResponseBody().flush();
    hang(exchange);
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/echo");
    answer(exchange, 302, new byte[0]);
  }

  private static void echo(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .add(
            "X-Answer",
            exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-Key"));
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      exchange.getRequestBody().transferTo(body);
    }
  }

  private static void count(HttpExchange exchange) throws IOException {
    long count = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    answer(exchange, 200, String.valueOf(count).getBytes(StandardCharsets.UTF_8));
  }

  private static void zeros(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, LARGE);
    new Zeros(LARGE).transferTo(exchange.getResponseBody());
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** So many bytes, none of which is kept. */
  private static final class Zeros extends InputStream {

    private int left;

    Zeros(int count) {
      left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(left, length);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
