package dev.prospector.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A web of many hosts on one port of this machine, with a ledger of what was asked. */
public final class LocalWeb implements AutoCloseable {

  /**
   * What an address answers.
   *
   * @param status 0 for a connection that is ended without an answer
   * @param millis how long the host takes
   */
  record Answer(int status, Map<String, String> headers, byte[] body, int millis) {

    static Answer html(String text) {
      return new Answer(
          200,
          Map.of("Content-Type", "text/html; charset=utf-8"),
          text.getBytes(StandardCharsets.UTF_8),
          0);
    }

    static Answer text(String type, String text) {
      return new Answer(
          200, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8), 0);
    }

    static Answer redirect(String to) {
      return new Answer(301, Map.of("Location", to), new byte[0], 0);
    }

    static Answer status(int status) {
      return new Answer(status, Map.of("Content-Type", "text/html"), new byte[0], 0);
    }

    Answer after(int time) {
      return new Answer(status, headers, body, time);
    }
  }

  /** One request. Times are nanoseconds of one clock. */
  record Asked(String host, String path, String agent, int status, long begun, long ended) {}

  /** Answers what no table can hold. */
  interface Service {
    Answer answer(String query);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Map<String, Answer>> hosts = new ConcurrentHashMap<>();
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Asked> ledger = new ConcurrentLinkedQueue<>();
  private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private LocalWeb(HttpServer server) {
    this.server = server;
  }

  static LocalWeb start() throws IOException {
    // Else a body waits 40 ms behind its headers, which no server of today does.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(free, 500);
    LocalWeb web = new LocalWeb(server);
    server.setExecutor(web.threads);
    server.createContext("/", web::answer);
    server.start();
    return web;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Returns the beginning of a host's addresses. */
  String origin(String host) {
    return "http://" + host + ":" + port();
  }

  /** Adds or changes what an address answers. */
  LocalWeb page(String host, String path, Answer answer) {
    hosts.computeIfAbsent(host, h -> new ConcurrentHashMap<>()).put(path, answer);
    return this;
  }

  /** Adds a host that computes its answers from the query. */
  LocalWeb service(String host, Service service) {
    services.put(host, service);
    hosts.computeIfAbsent(host, h -> new ConcurrentHashMap<>());
    return this;
  }

  /** Lets every connection end without an answer, or no longer. */
  void cut(boolean value) {
    cut = value;
  }

  private void answer(HttpExchange exchange) throws IOException {
    long begun = System.nanoTime();
    open.add(exchange);
    try {
      String host =
          String.valueOf(exchange.getRequestHeaders().getFirst("Host")).replaceFirst(":\\d+$", "");
      String path = exchange.getRequestURI().getRawPath();
      Answer answer = find(host, path, exchange.getRequestURI().getRawQuery());
      TimeUnit.MILLISECONDS.sleep(answer.millis());
      boolean sent = answer.status() > 0 && !cut;
      String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
      if (sent) {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(
            answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
      }
      int status = sent ? answer.status() : 0;
      ledger.add(new Asked(host, path, agent, status, begun, System.nanoTime()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
      open.remove(exchange);
    }
  }

  private Answer find(String host, String path, String query) {
    Service service = services.get(host);
    if (service != null) {
      return service.answer(String.valueOf(query));
    }
    return hosts.getOrDefault(host, Map.of()).getOrDefault(path, Answer.status(404));
  }

  List<Asked> ledger() {
    return List.copyOf(ledger);
  }

  Set<String> hosts() {
    return Set.copyOf(hosts.keySet());
  }

  /** Returns what allows a program to read every host. */
  String allowed() {
    return hosts.keySet().stream()
        .sorted()
        .map(host -> host + ":" + port())
        .collect(Collectors.joining(","));
  }

  /** Returns the setting of a virtual machine by which the hosts' names lead here. */
  String names(Path file) throws IOException {
    Files.write(file, hosts.keySet().stream().sorted().map(host -> "127.0.0.1 " + host).toList());
    return "-Djdk.net.hosts.file=" + file;
  }

  /** Starts a command of the program in a folder, where the hosts' names lead here. */
  Program program(Path folder, Object... words) throws IOException {
    String names = names(folder.resolve("hosts"));
    return Program.start(folder, List.of(names), Main.class.getName(), words);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
