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
  void aRunReadsFromOnePlaceAndSaysWhichFirst() throws Exception {
    Path list = Files.writeString(folder.resolve("list.csv"), "name\nAlder\n");

    for (Object[] both :
        List.of(
            new Object[] {"enrich", list, "--offline", "--pages", folder},
            new Object[] {"enrich", list, "--offline", "--record", "crawl.warc"},
            new Object[] {"enrich", list, "--pages", folder, "--record", "crawl.warc.gz"},
            new Object[] {"enrich", list, "--store", "sqlite:runs.db", "--record", "c.warc"})) {
      Invocation run = Invocation.of(folder, both);
      assertThat(run.code()).as("%s", List.of(both)).isEqualTo(2);
      assertThat(run.err()).containsAnyOf("--offline", "--pages", "not kept");
    }
    Invocation live = Invocation.of(folder, "enrich", list, "--progress", "plain");
    assertThat(live.code()).as(live.err()).isZero();
    assertThat(live.err()).startsWith("pages are read from the live web");
    Invocation offline = Invocation.of(folder, "enrich", list, "--offline");
    assertThat(offline.err()).startsWith("no pages are read");
  }

  @Test
  void moreThanFiftySitesAreReadWithAContactOnly() throws Exception {
    StringBuilder rows = new StringBuilder("name,website\n");
    for (int row = 0; row < 60; row++) {
      // One host has many pages, and counts once.
      String site = "http://" + host + "/" + row;
      rows.append("Firm ").append(row).append(',').append(site).append('\n');
    }
    Path one = Files.writeString(folder.resolve("one.csv"), rows);
    StringBuilder hosts = new StringBuilder("name,website\n");
    for (int row = 0; row < 51; row++) {
      hosts.append("Firm ").append(row).append(",firm").append(row).append(".example\n");
    }
    Path many = Files.writeString(folder.resolve("many.csv"), hosts);

    Invocation refused = Invocation.of(folder, "enrich", many);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--contact", "the owner of a site can say");
    assertThat(Invocation.of(folder, "enrich", one, "--limit", "1", "--quiet").code()).isZero();
  }

  @Test
  void doctorTriesTheAddressThatItIsGiven() {
    Invocation fine =
        Invocation.of(folder, "doctor", "--live", "http://" + host + "/", "--allow", host);
    assertThat(fine.out()).contains("answers 200").contains("more than 50 hosts");
    Invocation refused =
        Invocation.of(folder, "doctor", "--live", "http://" + host + "/private", "--allow", host);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("was not read: robots.txt forbids it");
  }
}
