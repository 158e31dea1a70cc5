package dev.prospector.tracking.webhook;

import dev.prospector.http.HttpTransport;
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
    Response answer(Request request) throws InterruptedException;
  }

  /** One line of the ledger. */
  record Received(Instant at, Request request, int status) {

    String url() {
      return request.url();
    }

    String id() {
      return header("webhook-id");
    }

    String header(String name) {
      return request.headers().getOrDefault(name, "");
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

  static Response status(int status) {
    return new Response(status, Map.of(), "");
  }

  static Response status(int status, String retryAfter) {
    return new Response(status, Map.of("retry-after", List.of(retryAfter)), "");
  }

  List<Received> ledger() {
    return List.copyOf(ledger);
  }

  List<Received> at(String url) {
    return ledger.stream().filter(r -> r.url().equals(url)).toList();
  }

  @Override
  public Response send(Request request) throws InterruptedException {
    Receiver receiver = byUrl.getOrDefault(request.url(), r -> status(200));
    Response response = receiver.answer(request);
    ledger.add(new Received(clock.instant(), request, response.status()));
    return response;
  }
}
