package dev.prospector.adapter.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prospector.error.PortException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that ends each connection after its answer and does not say so, as HTTP/1.0 has it. */
class EndedConnectionsTest {

  private final OkHttpTransport transport = OkHttpTransport.create();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread answering = new Thread(this::answer, "answering");
    answering.setDaemon(true);
    answering.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void answer() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(
                      connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
        String request = in.readLine();
        String line = request;
        while (line != null && !line.isEmpty()) {
          line = in.readLine();
        }
        asked.add(String.valueOf(request));
        if (!String.valueOf(request).contains("/nothing")) {
          connection
              .getOutputStream()
              .write(
                  "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"
                      .getBytes(StandardCharsets.ISO_8859_1));
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private HttpResponse get(String path) throws InterruptedException {
    return transport.send(
        HttpRequest.get(HttpUrl.parse("http://127.0.0.1:" + server.getLocalPort() + path))
            .withAddresses(AddressPolicy.any()));
  }

  @Test
  void theNextPageIsReadOverAConnectionOfItsOwn() throws Exception {
    for (int page = 0; page < 5; page++) {
      assertThat(get("/" + page).text()).isEqualTo("ok");
    }
    assertThat(asked).hasSize(5);
  }

  @Test
  void aServerThatAnswersNothingIsAskedOnce() {
    assertThatExceptionOfType(PortException.class).isThrownBy(() -> get("/nothing"));
    assertThat(asked).hasSize(1);
  }
}
