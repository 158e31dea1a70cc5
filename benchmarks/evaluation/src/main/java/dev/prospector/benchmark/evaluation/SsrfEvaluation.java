package dev.prospector.benchmark.evaluation;

import dev.prospector.adapter.okhttp.OkHttpSettings;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether addresses inside are refused: rows of the {@code .jsonl} files ({@code url, expect}) and
 * first and last addresses of the blocks in {@code blocked-cidrs.txt}. Every host that is a name
 * lies at this machine, as an attacker would have it; each address is sent to, as it is and at the
 * port of a server here, which counts who comes. Addresses of the public internet are shown to the
 * policy, and not connected to.
 */
final class SsrfEvaluation implements Evaluation {

  private static final List<String> PUBLIC =
      List.of(
          "8.8.8.8",
          "1.1.1.1",
          "9.255.255.255",
          "11.0.0.0",
          "100.63.255.255",
          "100.128.0.0",
          "126.255.255.255",
          "128.0.0.1",
          "169.253.0.1",
          "172.15.255.255",
          "172.32.0.1",
          "192.167.1.1",
          "192.169.0.1",
          "198.17.0.1",
          "198.20.0.1",
          "223.255.255.255",
          "[2606:4700:4700::1111]",
          "[2001:4860:4860::8888]",
          "[2a00:1450:4001:81b::200e]",
          "[2800:3f0:4001:80f::200e]");

  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Score.WrongCase> wrong = new ArrayList<>();
  private long rows;
  private long blocked;
  private long controls;
  private long accepted;

  @Override
  public String kind() {
    return "ssrf";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    wrong.clear();
    rows = blocked = controls = accepted = 0;
    HttpTransport transport =
        OkHttpTransport.create(
            OkHttpSettings.defaults()
                .withResolver(host -> List.of(InetAddress.getLoopbackAddress())));
    try (CountingServer server = CountingServer.start()) {
      for (Path file : files(folder)) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            row(json.readTree(line), transport, server.port());
          }
        }
      }
      blocks(folder.resolve("blocked-cidrs.txt"));
      PUBLIC.forEach(host -> control("https://" + host + "/"));
      return score(server.connections());
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private void row(JsonNode row, HttpTransport transport, int port) {
    String url = row.path("url").asString("");
    if (!row.path("expect").asString("block").equals("block")) {
      control(url);
      return;
    }
    rows++;
    boolean refused = isRefused(url, transport);
    try {
      HttpUrl read = HttpUrl.parse(url);
      String host = read.host().contains(":") ? "[" + read.host() + "]" : read.host();
      refused &= isRefused("http://" + host + ":" + port + "/", transport);
    } catch (InputException e) {
      refused &= true; // No address at all: there is nothing to connect to.
    }
    blocked += refused ? 1 : 0;
    if (!refused) {
      wrong.add(new Score.WrongCase("row " + rows, "refused", "sent to"));
    }
  }

  private static boolean isRefused(String url, HttpTransport transport) {
    try {
      transport.send(HttpRequest.get(HttpUrl.parse(url)).withTimeout(Duration.ofSeconds(5)));
      return false;
    } catch (InputException e) {
      return true;
    } catch (dev.prospector.error.AddressRefusedException e) {
      return true;
    } catch (PortException e) {
      return false; // It was tried.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void blocks(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        for (InetAddress end : AddressBlock.of(line.strip()).ends()) {
          rows++;
          boolean refused = AddressPolicy.publicOnly().objection("host", 443, end).isPresent();
          blocked += refused ? 1 : 0;
          if (!refused) {
            wrong.add(new Score.WrongCase(line.strip(), "refused", "accepted"));
          }
        }
      }
    }
  }

  /** A name stands for a host on the public internet. */
  private void control(String url) {
    controls++;
    try {
      HttpUrl read = HttpUrl.parse(url);
      InetAddress address =
          read.literal().isPresent()
              ? read.literal().get()
              : InetAddress.getByAddress(new byte[] {8, 8, 8, 8});
      if (AddressPolicy.publicOnly().objection(read.host(), read.port(), address).isEmpty()) {
        accepted++;
        return;
      }
    } catch (InputException | IOException e) {
      // Counted below.
    }
    wrong.add(new Score.WrongCase("control " + controls, "accepted", "refused"));
  }

  private Score score(long connections) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("blocked", rows == 0 ? 0 : blocked / (double) rows);
    metrics.put("connections", (double) connections);
    metrics.put("public_allowed", accepted / (double) controls);
    return new Score(Map.of("rows", rows, "controls", controls), metrics, wrong);
  }
}
