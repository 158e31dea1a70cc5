package dev.prospector.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.LanguageModel;
import dev.prospector.simulation.LedgerModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A model's provider over HTTP, whose ledger outlives the processes that ask it. */
final class LedgerServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int REFUSED = 422;

  private final LedgerModel ledger = LedgerModel.of(Effect.READ);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  LedgerServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/ask", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      LanguageModel.Request request =
          JSON.readValue(exchange.getRequestBody().readAllBytes(), LanguageModel.Request.class);
      Optional<byte[]> answer = answer(request);
      exchange.sendResponseHeaders(
          answer.isPresent() ? 200 : REFUSED, answer.map(bytes -> bytes.length).orElse(-1));
      exchange.getResponseBody().write(answer.orElse(new byte[0]));
    }
  }

  private Optional<byte[]> answer(LanguageModel.Request request) {
    try {
      return Optional.of(JSON.writeValueAsBytes(ledger.ask(request)));
    } catch (PortException e) {
      return Optional.empty();
    }
  }

  LedgerModel ledger() {
    return ledger;
  }

  URI address() {
    return URI.create(
        "http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/ask");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** The model as its callers see it. */
  record Client(URI address, HttpClient http) implements LanguageModel {

    static Client of(URI address) {
      return new Client(address, HttpClient.newHttpClient());
    }

    @Override
    public String name() {
      return "ledger-model";
    }

    @Override
    public Usage upperBound(Request request) {
      return LedgerModel.AT_MOST;
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public Answer ask(Request request) throws InterruptedException {
      HttpRequest post =
          HttpRequest.newBuilder(address)
              .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
              .build();
      try {
        HttpResponse<byte[]> response = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == REFUSED) {
          throw new PortException("model", "not this question", RetryAdvice.never());
        }
        return JSON.readValue(response.body(), Answer.class);
      } catch (IOException e) {
        throw new PortException("model", "no answer: " + e, RetryAdvice.backOff(), e);
      }
    }

    @Override
    public Optional<Answer> answered(String idempotencyKey) {
      return Optional.empty();
    }
  }
}
