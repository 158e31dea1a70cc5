package dev.prospector.adapter.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.PortException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.testkit.contract.HttpTransportContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OkHttpTransportTest {

  private static final int REBINDINGS = Integer.getInteger("guard.rebindings", 2_000);

  @Nested
  class KeepsTheContract extends HttpTransportContract {
    @Override
    protected HttpTransport transport() {
      return OkHttpTransport.create();
    }
  }

  /** Stands for a public address, which only this machine's loopback can be in a test. */
  private static final String OUTSIDE = "127.0.0.1";

  /** Loopback too, with a server of its own: what must not be reached. */
  private static final String INSIDE = "127.0.0.2";

  private static final AddressPolicy OUTSIDE_ONLY =
      (host, port, address) ->
          address.getHostAddress().equals(OUTSIDE)
              ? java.util.Optional.empty()
              : java.util.Optional.of("inside");

  private final AtomicInteger outside = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final List<HttpServer> servers = new ArrayList<>();
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = serve(OUTSIDE, 0, outside);
    serve(INSIDE, port, inside);
  }

  private int serve(String address, int port, AtomicInteger seen) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.incrementAndGet();
          if (exchange.getRequestHeaders().containsKey("Cookie")) {
            seen.addAndGet(1_000_000);
          }
          exchange.getResponseHeaders().add("Set-Cookie", "a=b");
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  /** The name's answer changes after each question, and differs within one. */
  @Test
  void aNameThatIsPointedElsewhereBetweenCheckAndConnectionReachesNothing() throws Exception {
    Random random = new Random(17);
    AtomicInteger refused = new AtomicInteger();
    OkHttpTransport transport =
        OkHttpTransport.create(
            OkHttpSettings.defaults()
                .withKeepAlive(java.time.Duration.ZERO)
                .withResolver(host -> flipping(random)));
    int answered = 0;
    for (int i = 0; i < REBINDINGS; i++) {
      try {
        transport.send(get("http://rebinding.example:" + port + "/").withAddresses(OUTSIDE_ONLY));
        answered++;
      } catch (AddressRefusedException e) {
        refused.incrementAndGet();
      }
    }

    assertThat(inside).hasValue(0);
    assertThat(outside).hasValue(answered);
    assertThat(answered).isGreaterThan(200);
    assertThat(refused.get()).isGreaterThan(200).isEqualTo(REBINDINGS - answered);
  }

  private static List<InetAddress> flipping(Random random) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      addresses.add(InetAddress.getByName(random.nextBoolean() ? OUTSIDE : INSIDE));
    }
    return addresses;
  }

  @Test
  void eachHostIsLookedUpOnceForAConnection() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    OkHttpTransport transport =
        OkHttpTransport.create(
            OkHttpSettings.defaults()
                .withResolver(
                    host -> {
                      asked.incrementAndGet();
                      return List.of(InetAddress.getByName(OUTSIDE));
                    }));
    for (int i = 0; i < 5; i++) {
      transport.send(get("http://company.example:" + port + "/").withAddresses(OUTSIDE_ONLY));
    }

    assertThat(asked).hasValue(1);
    assertThat(outside).hasValue(5);
  }

  /** A connection that one policy allowed is not used under another one. */
  @Test
  void aConnectionIsNotSharedBetweenPolicies() throws Exception {
    OkHttpTransport transport =
        OkHttpTransport.create(
            OkHttpSettings.defaults().withResolver(host -> List.of(InetAddress.getByName(INSIDE))));
    HttpRequest request = get("http://company.example:" + port + "/");
    transport.send(request.withAddresses(AddressPolicy.any()));

    assertThatThrownBy(() -> transport.send(request.withAddresses(OUTSIDE_ONLY)))
        .isInstanceOf(AddressRefusedException.class);
    assertThat(inside).hasValue(1);
  }

  @Test
  void aHostWithoutAnAddressIsSaidToBeMissing() {
    for (OkHttpSettings settings :
        List.of(
            OkHttpSettings.defaults().withResolver(host -> List.of()),
            OkHttpSettings.defaults()
                .withResolver(
                    host -> {
                      throw new UnknownHostException(host);
                    }))) {
      assertThatThrownBy(
              () -> OkHttpTransport.create(settings).send(get("http://none.example/?key=secret")))
          .isExactlyInstanceOf(PortException.class)
          .hasMessageContaining("cannot be found")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aProxyIsUsedForGuardedRequestsOnlyIfItChecksAddresses() throws Exception {
    HttpProxy proxy = HttpProxy.of(OUTSIDE, port);
    OkHttpTransport open = OkHttpTransport.create(OkHttpSettings.defaults().withProxy(proxy));
    HttpRequest request = get("http://company.example/");

    assertThat(open.isGuarding()).isFalse();
    assertThatThrownBy(() -> open.send(request)).isInstanceOf(ConfigurationException.class);
    assertThat(outside).hasValue(0);
    assertThat(open.send(request.withAddresses(AddressPolicy.any())).status()).isEqualTo(204);
    OkHttpTransport checked =
        OkHttpTransport.create(OkHttpSettings.defaults().withProxy(proxy.thatChecksAddresses()));
    assertThat(checked.send(request).status()).isEqualTo(204);
    assertThat(outside).hasValue(2);
  }

  @Test
  void noCookieIsKept() throws Exception {
    OkHttpTransport transport = OkHttpTransport.create();
    HttpRequest request =
        get("http://" + OUTSIDE + ":" + port + "/").withAddresses(AddressPolicy.any());
    transport.send(request);
    transport.send(request);

    assertThat(outside).hasValue(2);
  }

  private static HttpRequest get(String url) {
    return HttpRequest.get(HttpUrl.parse(url));
  }
}
