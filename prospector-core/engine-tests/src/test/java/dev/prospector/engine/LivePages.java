package dev.prospector.engine;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The live web of a test: pages change, each answer has a time of its own, and it can be down. */
final class LivePages implements PageSource {

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  final AtomicInteger fetches = new AtomicInteger();
  volatile String identity = "live";
  volatile boolean down;
  volatile boolean broken;

  LivePages with(String url, String body) {
    pages.put(url, body);
    return this;
  }

  @Override
  public PageLookup fetch(String url) {
    int count = fetches.incrementAndGet();
    if (down) {
      throw new PortException("pages", "nobody answers", RetryAdvice.backOff());
    }
    if (broken) {
      throw new IllegalStateException("an adapter's defect");
    }
    String body = pages.get(url);
    return body == null
        ? new PageLookup.Absent(url, "nothing is there")
        : new PageLookup.Found(url, url, 200, headers(count), body, null);
  }

  private static Map<String, List<String>> headers(int count) {
    return Map.of("date", List.of("answer " + count), "set-cookie", List.of("visit=" + count));
  }

  @Override
  public String identity() {
    return identity;
  }
}
