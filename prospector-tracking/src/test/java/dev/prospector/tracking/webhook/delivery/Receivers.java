package dev.prospector.tracking.webhook.delivery;

import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everybody who is sent something, with a ledger of their own. */
final class Receivers implements HttpTransport {

  /** Answers a request. */
  @FunctionalInterface
  interface Receiver {
    HttpResponse answer(HttpRequest request) throws InterruptedException;
  }

  /** One line of the ledger. */
  record Received(Instant at, HttpRequest request, int status) {

    String url() {
      return request.url().text();
    }

    String id() {
      return header("webhook-id");
    }

    String header(String name) {
      return request.headers().getOrDefault(name, "");
    }

    String body() {
      return text(request);
    }
  }

  static String text(HttpRequest request) {
    try (InputStream body = request.body().open()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Clock clock;
  private final Map<String, Receiver> byUrl = new HashMap<>();
  private final Queue<Received> ledger = new ConcurrentLinkedQueue<>();

  Receivers(Clock clock) {
    this.clock = clock;
  }

  void at(String url, Receiver receiver) {
    byUrl.put(url, receiver);
  }

  void answer(String url, int status) {
    at(url, request -> status(status));
  }

  static HttpResponse status(int status) {
    return new HttpResponse(status, Map.of(), new byte[0]);
  }

  static HttpResponse status(int status, String retryAfter) {
    return new HttpResponse(status, Map.of("retry-after", List.of(retryAfter)), new byte[0]);
  }

  List<Received> ledger() {
    return List.copyOf(ledger);
  }

  List<Received> at(String url) {
    return ledger.stream().filter(r -> r.url().equals(url)).toList();
  }

  @Override
  public <T> T exchange(HttpRequest request, Reader<T> reader) throws InterruptedException {
    Receiver receiver = byUrl.getOrDefault(request.url().text(), r -> status(200));
    HttpResponse response = receiver.answer(request);
    ledger.add(new Received(clock.instant(), request, response.status()));
    try {
      return reader.read(
          HttpAnswer.received(
              response.status(),
              response.headers(),
              new ByteArrayInputStream(response.body()),
              request.limits()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
