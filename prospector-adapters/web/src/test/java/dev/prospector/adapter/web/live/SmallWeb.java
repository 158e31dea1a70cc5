package dev.prospector.adapter.web.live;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.TransportErrors;
import dev.prospector.run.Threads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A web of a few pages, with a ledger of when it was asked for what, on a clock of its own. */
final class SmallWeb extends Clock implements HttpTransport, Threads {

  /** What an address answers. */
  record Page(int status, Map<String, List<String>> headers, byte[] body) {}

  /** One line of the ledger. */
  record Asked(Instant at, String url, String userAgent) {}

  private final Map<String, Page> pages = new HashMap<>();
  private final Map<String, InetAddress> addresses = new HashMap<>();
  final List<Asked> ledger = new ArrayList<>();

  /** What hosts were asked whether it has changed. */
  final List<String> conditions = new ArrayList<>();

  private Sleeping sleeping = () -> {};

  /** What is done while somebody sleeps. */
  interface Sleeping {
    void happen() throws InterruptedException;
  }

  private Instant now = Instant.parse("2026-11-30T12:00:00Z");

  SmallWeb page(String url, String html) {
    return page(url, 200, Map.of("content-type", "text/html; charset=utf-8"), html);
  }

  SmallWeb page(String url, int status, Map<String, String> headers, String body) {
    return page(url, status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  SmallWeb page(String url, int status, Map<String, String> headers, byte[] body) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    pages.put(url, new Page(status, lists, body));
    return this;
  }

  SmallWeb redirect(String from, String to) {
    return page(from, 301, Map.of("location", to), "");
  }

  SmallWeb robots(String origin, String text) {
    return page(origin + "/robots.txt", 200, Map.of("content-type", "text/plain"), text);
  }

  SmallWeb at(String host, byte... address) throws IOException {
    addresses.put(host, InetAddress.getByAddress(host, address));
    return this;
  }

  List<String> urls() {
    return ledger.stream().map(Asked::url).toList();
  }

  SmallWeb whileSleeping(Sleeping what) {
    sleeping = what;
    return this;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public <T> T exchange(HttpRequest request, Reader<T> reader) {
    String url = request.url().text();
    try {
      InetAddress address =
          addresses.getOrDefault(
              request.url().host(), InetAddress.getByAddress(new byte[] {8, 8, 8, 8}));
      TransportErrors.check(request, address);
      ledger.add(new Asked(now, url, request.headers().getOrDefault("User-Agent", "")));
      if (request.headers().containsKey("If-None-Match")) {
        conditions.add(String.valueOf(request.headers().get("If-None-Match")));
      }
      pass(Duration.ofMillis(10));
      Page page = pages.getOrDefault(url, new Page(404, Map.of(), new byte[0]));
      if (page.status() == 0) {
        throw new PortException("http", "no connection", RetryAdvice.backOff());
      }
      return reader.read(
          HttpAnswer.received(
              page.status(),
              page.headers(),
              new ByteArrayInputStream(page.body()),
              request.limits()));
    } catch (IOException e) {
      throw TransportErrors.unanswered(request, e);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    pass(time);
    Sleeping now = sleeping;
    sleeping = () -> {};
    now.happen();
    sleeping = now;
  }

  @Override
  public long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public Workers workers(String name, int leads, int stepsEach) {
    throw new UnsupportedOperationException("nothing is run here");
  }

  @Override
  public Background background(String name, Runnable work) {
    throw new UnsupportedOperationException("nothing is run here");
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    throw new UnsupportedOperationException("nothing is run here");
  }
}
