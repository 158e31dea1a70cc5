package dev.prospector.adapter.web.live;

import dev.prospector.adapter.web.internal.BodyReader;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Reads the robots.txt of each origin once a day. Safe for several threads. */
final class RobotsOfHosts {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration KEPT_IF_UNKNOWN = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 10_000;
  private static final int MOST_REDIRECTS = 5;

  private record Kept(RobotsTxt rules, Instant until) {}

  private final AskHost hosts;
  private final ForbiddenSites forbidden;
  private final String name;
  private final Clock clock;
  private final Function<HttpUrl, Duration> delay;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  RobotsOfHosts(LivePages.Builder settings, AskHost hosts, ForbiddenSites forbidden) {
    this.hosts = hosts;
    this.forbidden = forbidden;
    this.name = LivePages.ROBOT;
    this.clock = settings.clock;
    this.delay = settings::delay;
  }

  /** Returns the rules for an address; to be called while no other thread sends to its host. */
  RobotsTxt of(HttpUrl url) throws InterruptedException {
    Optional<RobotsTxt> known = known(url.origin());
    if (known.isPresent()) {
      return known.get();
    }
    RobotsTxt rules = read(url.resolve("/robots.txt"));
    boolean unknown = rules.reason().contains("cannot be read");
    lock.lock();
    try {
      kept.put(
          url.origin(), new Kept(rules, clock.instant().plus(unknown ? KEPT_IF_UNKNOWN : KEPT)));
    } finally {
      lock.unlock();
    }
    return rules;
  }

  private Optional<RobotsTxt> known(String origin) {
    lock.lock();
    try {
      return Optional.ofNullable(kept.get(origin))
          .filter(k -> clock.instant().isBefore(k.until()))
          .map(Kept::rules);
    } finally {
      lock.unlock();
    }
  }

  private RobotsTxt read(HttpUrl first) throws InterruptedException {
    HttpUrl url = first;
    try {
      for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        Exchanged answer = hosts.get(url, delay.apply(url));
        if (!answer.isRedirect()) {
          return rules(first, answer);
        }
        url = url.resolve(answer.header("location"));
        if (forbidden.contains(url.host())) {
          return RobotsTxt.unknown("it is said to lie on a site that is not read");
        }
      }
      return RobotsTxt.absent(); // RFC 9309, 2.3.1.2: more than five may be taken for no file.
    } catch (NotRead e) {
      return RobotsTxt.unknown(e.reason());
    } catch (InputException e) {
      return RobotsTxt.absent();
    }
  }

  private RobotsTxt rules(HttpUrl first, Exchanged answer) {
    if (answer.status() == 429 || answer.status() >= 500) {
      return RobotsTxt.unknown("status " + answer.status());
    }
    if (answer.status() < 200 || answer.status() > 299) {
      return RobotsTxt.absent();
    }
    try {
      byte[] text =
          new BodyReader(RobotsTxt.MOST_BYTES * 10L)
              .read(new ByteArrayInputStream(answer.body()), answer.header("content-encoding"));
      return RobotsTxt.parse(first.text(), text, name);
    } catch (IOException | BodyReader.Unreadable e) {
      return RobotsTxt.unknown("it cannot be decoded");
    }
  }
}
