package dev.prospector.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.model.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A provider of language models over real HTTP on loopback, in the dialects of OpenAI (chat and
 * responses), Anthropic, Gemini and Ollama, with vectors in three of them. It answers by its {@link
 * Manner}, always alike for the same sources; failures come by name; it keeps what it was asked and
 * what it charged. Safe for several threads.
 */
public final class SimulatedProvider implements AutoCloseable {

  private static final int TOO_MANY = 429;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Settings settings;
  private final Random random;
  private final ConcurrentLinkedQueue<FailureShape> failures = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Charge> ledger = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();

  /** How a provider is. Immutable. */
  private record Settings(
      Function<Asked, Reply> answers,
      long seed,
      Duration least,
      Duration most,
      Optional<MinuteLimits> limits) {}

  private SimulatedProvider(Settings settings) throws IOException {
    this.settings = settings;
    this.random = new Random(settings.seed());
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Collects how a provider is, and starts it. */
  public static final class Builder {

    private Settings settings;

    private Builder(Settings settings) {
      this.settings = settings;
    }

    /** Has each answer take some time between two, drawn by the seed. */
    public Builder latency(Duration least, Duration most) {
      settings = new Settings(settings.answers(), settings.seed(), least, most, settings.limits());
      return this;
    }

    /** Has it refuse what is more in any minute of a clock, with the headers of the dialect. */
    public Builder limits(long requestsPerMinute, long tokensPerMinute, Clock clock) {
      MinuteLimits limits = new MinuteLimits(requestsPerMinute, tokensPerMinute, clock);
      settings =
          new Settings(
              settings.answers(),
              settings.seed(),
              settings.least(),
              settings.most(),
              Optional.of(limits));
      return this;
    }

    /** Has a test look at the text of each request before it is answered; the call waits for it. */
    public Builder watchedBy(Consumer<String> watcher) {
      Function<Asked, Reply> answers = settings.answers();
      Function<Asked, Reply> watched =
          asked -> {
            watcher.accept(asked.text());
            return answers.apply(asked);
          };
      settings =
          new Settings(
              watched, settings.seed(), settings.least(), settings.most(), settings.limits());
      return this;
    }

    /** Starts it. */
    public SimulatedProvider start() {
      try {
        return new SimulatedProvider(settings);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Builder builder(Function<Asked, Reply> answers, long seed) {
    return new Builder(new Settings(answers, seed, Duration.ZERO, Duration.ZERO, Optional.empty()));
  }

  /** Returns a provider to be, whose models answer in a manner. */
  public static Builder of(Manner manner, long seed) {
    return builder(new Answers(manner, seed)::to, seed);
  }

  /**
   * Starts a provider whose answers a test makes.
   *
   * @param answers makes the text of an answer from that of a request
   */
  public static SimulatedProvider answering(Function<String, String> answers) {
    return builder(asked -> Reply.whole(answers.apply(asked.text())), 0).start();
  }

  /** Has the next call fail so. */
  public SimulatedProvider failing(FailureShape shape) {
    failures.add(shape);
    return this;
  }

  /** Returns its address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the bodies of what it was asked, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns what it charged, in order. */
  public List<Charge> ledger() {
    return List.copyOf(ledger);
  }

  /** Returns how often it was asked more than it allows. */
  public int refused() {
    return refused.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      String body = new String(asked, StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      requests.add(body);
      FailureShape failure = failures.poll();
      if (failure != null) {
        failure.headers().forEach(exchange.getResponseHeaders()::add);
        send(exchange, failure.status(), failure.body());
      } else if (Vectors.isAsked(path)) {
        sendJson(exchange, 200, Vectors.answer(path, Asked.JSON.readTree(body)));
      } else {
        answer(exchange, path, body);
      }
    }
  }

  private void answer(HttpExchange exchange, String path, String body) throws IOException {
    OnTheWire.Form form = OnTheWire.Form.of(path);
    Asked asked = Asked.of(body);
    Reply reply = settings.answers().apply(asked);
    Tokens tokens = Tokens.of(Reply.tokens(body), Reply.tokens(reply.text()));
    Optional<Duration> wait = settings.limits().flatMap(l -> l.take(tokens.total()));
    settings
        .limits()
        .map(l -> OnTheWire.limits(form, l.state(), l.now()))
        .ifPresent(headers -> headers.forEach(exchange.getResponseHeaders()::add));
    if (wait.isPresent()) {
      refused.incrementAndGet();
      if (form != OnTheWire.Form.GEMINI) {
        String seconds = String.valueOf(OnTheWire.seconds(wait.get()));
        exchange.getResponseHeaders().add("retry-after", seconds);
      }
      sendJson(exchange, TOO_MANY, OnTheWire.tooMany(form, wait.get()));
      return;
    }
    await();
    String model = form.model(path, Asked.JSON.readTree(body));
    ledger.add(new Charge(model, tokens));
    boolean tool = body.contains("\"input_schema\"");
    sendJson(exchange, 200, OnTheWire.answer(form, model, reply, tokens, tool));
  }

  private void await() {
    long least = settings.least().toMillis();
    long more = settings.most().toMillis() - least;
    long time = least + (more > 0 ? random.nextLong(more + 1) : 0);
    if (time > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(time).toNanos());
    }
  }

  private static void sendJson(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("content-type", "application/json");
    send(exchange, status, body);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
