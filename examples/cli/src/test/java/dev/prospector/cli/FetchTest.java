package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live web, as far as it lies on this machine. */
class FetchTest {

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String host = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host = "127.0.0.1:" + server.getAddress().getPort();
    serve("/robots.txt", 200, "User-agent: *\nDisallow: /private");
    serve("/", 200, "<title>Alder</title><p>We move loads through the whole country.");
    server.start();
  }

  private void serve(String path, int status, String text) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchPrintsTheTextThatAgentsSee() {
    Invocation run = Invocation.of(folder, "fetch", "http://" + host + "/", "--allow", host);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("We move loads through the whole country.")
        .doesNotContain("<p>");
    assertThat(asked).containsExactly("/robots.txt", "/");
  }

  @Test
  void fetchSaysWhyAPageIsNotRead() {
    Invocation inside = Invocation.of(folder, "fetch", "http://" + host + "/");
    assertThat(inside.code()).isEqualTo(3);
    assertThat(inside.err()).contains("not read").contains("port");
    assertThat(asked).isEmpty();

    Invocation disallowed =
        Invocation.of(folder, "fetch", "http://" + host + "/private/x", "--allow", host);
    assertThat(disallowed.err()).contains("robots.txt forbids it");
    assertThat(asked).containsExactly("/robots.txt");
  }

  @Test
  void aRunReadsFromOnePlace() throws Exception {
    Path list = Files.writeString(folder.resolve("list.csv"), "name\nAlder\n");

    Invocation both = Invocation.of(folder, "enrich", list, "--live", "--pages", folder);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("either --pages or --live");
    Invocation live = Invocation.of(folder, "enrich", list, "--live", "--progress", "plain");
    assertThat(live.code()).as(live.err()).isZero();
    assertThat(live.err()).contains("pages are read from the live web");
  }
}
