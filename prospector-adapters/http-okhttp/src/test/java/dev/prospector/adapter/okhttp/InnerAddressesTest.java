package dev.prospector.adapter.okhttp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.AddressRefusedException;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpUrl;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as lists of attacks write them; {@code PORT} is a port on which somebody listens. */
class InnerAddressesTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://0:PORT/",
        "http://0.0.0.0:PORT/",
        "http://127.1:PORT/",
        "http://127.0.1:PORT/",
        "http://127.0.0.1.:PORT/",
        "http://0177.0.0.1:PORT/",
        "http://0177.1:PORT/",
        "http://o177.0.0.1:PORT/",
        "http://0o177.0.0.1:PORT/",
        "http://q177.0.0.1:PORT/",
        "http://00000177.0.0.1:PORT/",
        "http://0x7f000001:PORT/",
        "http://0x7f.1:PORT/",
        "http://0x7F.0X0.0x0.0x1:PORT/",
        "http://2130706433:PORT/",
        "http://4294967295:PORT/",
        "http://017700000001:PORT/",
        "http://3232235777:PORT/",
        "http://2852039166:PORT/latest/meta-data/",
        "http://0xa9fea9fe:PORT/",
        "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460:PORT/",
        "http://\uff11\uff12\uff17\u3002\uff10\u3002\uff10\u3002\uff11:PORT/",
        "http://%31%32%37.0.0.1:PORT/",
        "http://127%2e0%2e0%2e1:PORT/",
        "http://[::]:PORT/",
        "http://[::1]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[::ffff:7f00:1]:PORT/",
        "http://[::ffff:169.254.169.254]:PORT/",
        "http://[0:0:0:0:0:ffff:10.0.0.1]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://[64:ff9b::7f00:1]:PORT/",
        "http://[64:ff9b:1::a00:1]:PORT/",
        "http://[2002:7f00:1::]:PORT/",
        "http://[2001:0:7f00:1::80ff:fffe]:PORT/",
        "http://[fd00:ec2::254]:PORT/",
        "http://[fe80::1%25lo]:PORT/",
        "http://[ff02::1]:PORT/",
        "http://100.100.100.200:PORT/",
        "http://192.0.0.192:PORT/",
        "http://168.63.129.16:PORT/",
        "http://198.18.0.1:PORT/",
        "http://240.0.0.1:PORT/",
        "http://localhost:PORT/",
        "http://LocalHost.:PORT/",
        "http://localtest.me:PORT/",
        "http://127.0.0.1.nip.io:PORT/",
        "http://metadata.google.internal:PORT/computeMetadata/v1/",
        "http://instance-data:PORT/",
        "http://public.example@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT\\@public.example/",
        "http://127.0.0.1:PORT#@public.example/",
        "http://127.0.0.1:PORT?@public.example/",
        "http:127.0.0.1:PORT/",
        "http:/127.0.0.1:PORT/",
        "http:\\\\127.0.0.1:PORT/",
        "\thttp://127.0.0.1:PORT/",
        "http://127.0.0.1\n:PORT/",
        "http://127.\t0.0.1:PORT/",
        "gopher://127.0.0.1:PORT/_x",
        "dict://127.0.0.1:PORT/",
        "file:///etc/passwd",
        "jar:http://127.0.0.1:PORT!/",
        "ftp://127.0.0.1:PORT/",
        "netdoc:///etc/passwd",
        "//127.0.0.1:PORT/",
        "data:text/html,x"
      })
  void noneLeadsToAConnection(String written) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("0.0.0.0"))) {
      OkHttpTransport transport =
          OkHttpTransport.create(
              OkHttpSettings.defaults()
                  .withConnectTimeout(SHORT)
                  .withResolver(host -> List.of(InetAddress.getByName("127.0.0.1"))));
      String url = written.replace("PORT", String.valueOf(socket.getLocalPort()));
      assertThatThrownBy(() -> transport.send(HttpRequest.get(HttpUrl.parse(url))))
          .isInstanceOfAny(InputException.class, AddressRefusedException.class);
      socket.setSoTimeout(1);
      assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
