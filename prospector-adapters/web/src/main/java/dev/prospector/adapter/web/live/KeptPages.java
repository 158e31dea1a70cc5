package dev.prospector.adapter.web.live;

import dev.prospector.http.HttpUrl;
import dev.prospector.lead.Tenant;
import dev.prospector.store.ResponseCache;
import dev.prospector.web.PageLookup;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers that are kept by their address: as long as they are young enough nobody is asked, and
 * later the host is asked whether they have changed. Safe for several threads.
 */
final class KeptPages {

  /** So long a host can be asked whether a page has changed since. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final int MOST_BYTES = 1 << 20;

  private final Optional<ResponseCache> cache;
  private final Tenant tenant;
  private final Duration atMost;
  private final Clock clock;

  /**
   * An answer that was kept.
   *
   * @param checked when the host said last that this is what it has
   */
  record Kept(Exchanged answer, Instant checked) {

    /** Returns what asks the host whether it has something else by now; empty if nothing does. */
    Map<String, String> conditions() {
      Map<String, String> conditions = new LinkedHashMap<>();
      if (!answer.header("etag").isEmpty()) {
        conditions.put("If-None-Match", answer.header("etag"));
      }
      if (!answer.header("last-modified").isEmpty()) {
        conditions.put("If-Modified-Since", answer.header("last-modified"));
      }
      return conditions;
    }
  }

  KeptPages(LivePages.Builder settings) {
    this.cache = settings.cache;
    this.tenant = settings.tenant;
    this.atMost = settings.maxAge;
    this.clock = settings.clock;
  }

  Optional<Kept> find(HttpUrl url) {
    return cache.flatMap(c -> c.find(tenant, key(url))).flatMap(text -> read(url, text));
  }

  boolean isYoung(Kept kept) {
    return !kept.checked().isBefore(clock.instant().minus(atMost));
  }

  /** Keeps what a host gave, unless it says not to. */
  void keep(Exchanged answer) {
    boolean gave = answer.status() == 200 || answer.status() == 301 || answer.status() == 308;
    boolean may = !answer.header("cache-control").contains("no-store");
    if (gave && may && answer.body().length <= MOST_BYTES) {
      write(answer, answer.at());
    }
  }

  /** Keeps an answer for longer that its host said has not changed. */
  void unchanged(Kept kept) {
    write(kept.answer(), clock.instant());
  }

  private void write(Exchanged answer, Instant checked) {
    if (cache.isEmpty()) {
      return;
    }
    String body = Base64.getEncoder().encodeToString(answer.body());
    String message =
        new PageLookup.Found(
                answer.url().text(), "", answer.status(), answer.headers(), body, answer.at())
            .message();
    cache.get().put(tenant, key(answer.url()), checked + "\n" + answer.at() + "\n" + message, KEPT);
  }

  /** What was written in another form is not there. */
  private static Optional<Kept> read(HttpUrl url, String text) {
    try {
      String[] parts = text.split("\n", 3);
      PageLookup.Found found = PageLookup.Found.ofMessage(url.text(), "", parts[2], null);
      Map<String, List<String>> headers = found.headers();
      byte[] body = Base64.getDecoder().decode(found.body());
      Instant at = Instant.parse(parts[1]);
      Exchanged answer = new Exchanged(url, found.status(), headers, body, at);
      return Optional.of(new Kept(answer, Instant.parse(Objects.requireNonNull(parts[0]))));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String key(HttpUrl url) {
    return "page/" + url.text();
  }
}
