package dev.prospector.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A provider of language models over real HTTP on loopback, in the dialects of OpenAI (chat and
 * responses), Anthropic, Gemini and Ollama. What it answers is made from what it is asked; failures
 * are scripted; it keeps what it was asked and what it charged. Safe for several threads.
 */
public final class SimulatedProvider implements AutoCloseable {

  private static final int TOKENS_PER_CALL = 100;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Function<String, String> answers;
  private final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicLong charged = new AtomicLong();

  /** An answer that is none. */
  private record Failure(int status, Map<String, String> headers, String body) {}

  private SimulatedProvider(Function<String, String> answers) throws IOException {
    this.answers = answers;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts a provider.
   *
   * @param answers makes the text of an answer from the body of a request
   */
  public static SimulatedProvider answering(Function<String, String> answers) {
    try {
      return new SimulatedProvider(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the next call fail so. */
  public SimulatedProvider failing(int status, Map<String, String> headers, String body) {
    failures.add(new Failure(status, Map.copyOf(headers), body));
    return this;
  }

  /** Returns its address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the bodies and headers of what it was asked, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns how many tokens it charged. */
  public long chargedTokens() {
    return charged.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      String body = new String(asked, StandardCharsets.UTF_8);
      requests.add(body);
      Failure failure = failures.poll();
      if (failure != null) {
        failure.headers().forEach(exchange.getResponseHeaders()::add);
        send(exchange, failure.status(), failure.body());
        return;
      }
      charged.addAndGet(TOKENS_PER_CALL);
      String text = quoted(answers.apply(body));
      exchange.getResponseHeaders().add("content-type", "application/json");
      send(exchange, 200, inDialect(exchange.getRequestURI().getPath(), text));
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String inDialect(String path, String text) {
    if (path.endsWith("/responses")) {
      return "{\"id\":\"r\",\"model\":\"simulated\",\"status\":\"completed\",\"output\":[{\"type\":"
          + "\"message\",\"content\":[{\"type\":\"output_text\",\"text\":"
          + text
          + "}]}],"
          + "\"usage\":{\"input_tokens\":80,\"output_tokens\":20}}";
    }
    if (path.endsWith("/messages")) {
      return "{\"id\":\"m\",\"model\":\"simulated\",\"content\":[{\"type\":\"text\",\"text\":"
          + text
          + "}],\"stop_reason\":\"end_turn\","
          + "\"usage\":{\"input_tokens\":80,\"output_tokens\":20}}";
    }
    if (path.endsWith(":generateContent")) {
      return "{\"modelVersion\":\"simulated\",\"candidates\":[{\"content\":{\"parts\":[{\"text\":"
          + text
          + "}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":80,"
          + "\"candidatesTokenCount\":20}}";
    }
    if (path.endsWith("/api/chat")) {
      return "{\"model\":\"simulated\",\"message\":{\"content\":"
          + text
          + "},\"done\":true,"
          + "\"done_reason\":\"stop\",\"prompt_eval_count\":80,\"eval_count\":20}";
    }
    return "{\"id\":\"c\",\"model\":\"simulated\",\"choices\":[{\"message\":{\"content\":"
        + text
        + "},\"finish_reason\":\"stop\"}],"
        + "\"usage\":{\"prompt_tokens\":80,\"completion_tokens\":20}}";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < ' ') {
        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
