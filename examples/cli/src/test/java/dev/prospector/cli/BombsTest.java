package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Answers that want to exhaust whoever reads them end as look-ups that failed; leads go on. */
class BombsTest {

  /** What the program takes for a list of harmless sites, and 64 MB. */
  private static final int HEAP_MEGABYTES = 96 + 64;

  /** 256 MB of zeros, of which brotli makes 203 bytes. */
  private static final String BROTLI =
      "z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//B0AC"
          + "IA4LQPf+n////wBIAMRhAeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA4rAAdO//"
          + "+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8AEgBxWAC69//8//8HQAIgDgtA9/6f////AEgA"
          + "xGEB6N7/8///HwAJgDgsAN37//z//wcgARCHBaB7/w8=";

  @TempDir private Path folder;
  private final ServerSocket server;
  private volatile boolean stopped;

  BombsTest() throws IOException {
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread listening = new Thread(this::listen, "bombs");
    listening.setDaemon(true);
    listening.start();
  }

  private void listen() {
    while (!stopped) {
      try {
        Socket connection = server.accept();
        Thread answering = new Thread(() -> answer(connection), "bomb");
        answering.setDaemon(true);
        answering.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection;
        InputStream in = connection.getInputStream();
        OutputStream out = connection.getOutputStream()) {
      String request = head(in);
      String path = request.replaceFirst("^GET (\\S+).*", "$1").lines().findFirst().orElse("/");
      String host = request.replaceFirst("(?s).*\\bHost: ([a-z]+).*", "$1");
      send(host, path, out);
    } catch (IOException e) {
      return; // Whoever reads has had enough, as it should be.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("no request");
      }
      head.append((char) read);
    }
    return head.toString();
  }

  private void send(String host, String path, OutputStream out) throws IOException {
    if (path.equals("/robots.txt")) {
      String sitemap =
          "Sitemap: http://" + host + ".example:" + server.getLocalPort() + "/s1.xml\n";
      whole(
          out,
          "text/plain",
          "",
          ("User-agent: *\nDisallow:\n" + sitemap).getBytes(StandardCharsets.UTF_8));
      return;
    }
    boolean sitemap = path.endsWith(".xml");
    switch (host) {
      case "gzip" -> whole(out, "text/html", "Content-Encoding: gzip\r\n", zipped(1L << 28));
      case "brotli" ->
          whole(out, "text/html", "Content-Encoding: br\r\n", Base64.getDecoder().decode(BROTLI));
      case "twice" ->
          whole(out, "text/html", "Content-Encoding: gzip, gzip\r\n", zipped(zipped(1L << 28)));
      case "chunks" -> endless(out, "x".repeat(60_000));
      case "tags" -> endless(out, "<div>".repeat(12_000));
      case "nested" ->
          whole(out, "text/html", "", "<b>".repeat(1_600_000).getBytes(StandardCharsets.UTF_8));
      case "slow" -> slow(out);
      case "loop" ->
          head(
              out, "302 Found", "Location: /" + path.length() % 7 + "x" + path.hashCode() + "\r\n");
      case "huge" -> {
        if (sitemap) {
          whole(out, "application/xml", "Content-Encoding: gzip\r\n", zipped(1L << 28));
        } else {
          home(out);
        }
      }
      case "cyclic" -> {
        if (sitemap) {
          String other = path.equals("/s1.xml") ? "/s2.xml" : "/s1.xml";
          whole(out, "application/xml", "", index(host, other));
        } else {
          home(out);
        }
      }
      default -> home(out);
    }
  }

  private byte[] index(String host, String other) {
    return ("<?xml version='1.0'?><sitemapindex"
            + " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>http://"
            + host
            + ".example:"
            + server.getLocalPort()
            + other
            + "</loc></sitemap></sitemapindex>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void home(OutputStream out) throws IOException {
    String page =
        "<html lang=en><title>Alder</title><h1>Alder Freight</h1><p>We are a haulage company with"
            + " 40 trucks. Call +44 20 7946 0321.</html>";
    whole(out, "text/html; charset=utf-8", "", page.getBytes(StandardCharsets.UTF_8));
  }

  private static void whole(OutputStream out, String type, String more, byte[] body)
      throws IOException {
    head(
        out,
        "200 OK",
        "Content-Type: " + type + "\r\n" + more + "Content-Length: " + body.length + "\r\n");
    out.write(body);
  }

  private static void head(OutputStream out, String status, String headers) throws IOException {
    String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void endless(OutputStream out, String piece) throws IOException {
    head(out, "200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n");
    byte[] chunk =
        (Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    while (true) {
      out.write(chunk);
    }
  }

  /** A byte now and then, for longer than anybody waits. */
  private static void slow(OutputStream out) throws IOException {
    head(out, "200 OK", "Content-Type: text/html\r\nContent-Length: 100000\r\n");
    try {
      while (true) {
        out.write('x');
        out.flush();
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] zipped(long zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      byte[] piece = new byte[1 << 16];
      for (long written = 0; written < zeros; written += piece.length) {
        zip.write(piece);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipped(byte[] all) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(all);
    }
    return bytes.toByteArray();
  }

  @AfterEach
  void stop() throws IOException {
    stopped = true;
    server.close();
  }

  @Test
  void everyBombIsATypedOutcomeAndTheLeadGoesOn() throws Exception {
    List<String> hosts =
        List.of(
            "gzip", "brotli", "twice", "chunks", "tags", "nested", "slow", "loop", "huge", "cyclic",
            "fine");
    StringBuilder list = new StringBuilder("name,website\n");
    StringBuilder names = new StringBuilder();
    StringBuilder allowed = new StringBuilder();
    for (String host : hosts) {
      String name = host + ".example";
      list.append("Company ").append(host).append(",http://").append(name).append(':');
      list.append(server.getLocalPort()).append("/\n");
      names.append("127.0.0.1 ").append(name).append('\n');
      allowed.append(name).append(':').append(server.getLocalPort()).append(',');
    }
    Files.writeString(folder.resolve("list.csv"), list);
    Files.writeString(folder.resolve("hosts"), names);
    List<String> settings =
        List.of("-Djdk.net.hosts.file=" + folder.resolve("hosts"), "-Xmx" + HEAP_MEGABYTES + "m");
    try (Program program =
        Program.start(
            folder,
            settings,
            Main.class.getName(),
            "enrich",
            "list.csv",
            "--allow",
            allowed.substring(0, allowed.length() - 1),
            "--delay-of-allowed",
            "1ms",
            "--concurrency",
            "2",
            "--out",
            "leads.jsonl")) {
      Invocation run = program.end();
      assertThat(run.code()).as(run.err()).isZero();
    }
    List<JsonNode> leads = JsonLines.read(folder.resolve("leads.jsonl"));
    assertThat(leads)
        .hasSize(hosts.size())
        .allMatch(l -> l.path("status").asString().equals("ENRICHED"));
    for (String bomb : List.of("gzip", "brotli", "twice", "chunks", "tags", "slow", "loop")) {
      assertThat(leads.get(hosts.indexOf(bomb)).at("/sections/website/unread/0/outcome").asString())
          .as(bomb)
          .isEqualTo("FAILED");
    }
    for (String readable : List.of("huge", "cyclic", "fine")) {
      assertThat(leads.get(hosts.indexOf(readable)).toString())
          .as(readable)
          .contains("+442079460321");
    }
  }
}
