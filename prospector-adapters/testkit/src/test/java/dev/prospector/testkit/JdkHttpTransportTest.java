package dev.prospector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.ConfigurationException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.testkit.contract.HttpTransportContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private final JdkHttpTransport transport = JdkHttpTransport.create();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void whatItCannotGuardItRefusesAndNamesWhatCan() {
    HttpRequest named = HttpRequest.get(HttpUrl.parse("https://company.example/"));

    assertThat(transport.isGuarding()).isFalse();
    assertThatThrownBy(() -> transport.send(named))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("prospector-http-okhttp");
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
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    HttpUrl url = HttpUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/together");
    Callable<Integer> request =
        () ->
            transport
                .send(
                    HttpRequest.get(url)
                        .withAddresses(AddressPolicy.any())
                        .withTimeout(Duration.ofSeconds(30)))
                .status();

    List<Future<Integer>> answers =
        threads.invokeAll(IntStream.range(0, 100).mapToObj(i -> request).toList());

    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
  }
}
