package dev.prospector.testkit;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages out of the test itself. Immutable, so safe for several threads. */
public final class FixedPages implements PageSource {

  private final Map<String, PageLookup> pages;

  private FixedPages(Map<String, PageLookup> pages) {
    this.pages = pages;
  }

  /** Returns a source that has nothing. */
  public static FixedPages none() {
    return new FixedPages(Map.of());
  }

  /** Returns a source of one HTML page. */
  public static FixedPages of(String url, String html) {
    return none().and(url, html);
  }

  /** Returns this source with one more HTML page. */
  public FixedPages and(String url, String html) {
    Map<String, List<String>> headers = Map.of("content-type", List.of("text/html"));
    return with(new PageLookup.Found(url, url, 200, headers, html, null));
  }

  /** Returns this source with one more outcome, in place of an older one of its address. */
  public FixedPages with(PageLookup outcome) {
    Map<String, PageLookup> more = new LinkedHashMap<>(pages);
    more.put(outcome.url(), outcome);
    return new FixedPages(more);
  }

  @Override
  public PageLookup fetch(String url) {
    PageLookup outcome = pages.get(url);
    return outcome == null ? new PageLookup.Absent(url, "the test has no such page") : outcome;
  }

  @Override
  public String identity() {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    pages.forEach((url, outcome) -> hasher.add(url).add(outcome.toString()));
    return "fixed-" + hasher.finish();
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  /** Returns the pages whose host is the given one or below it, in the order they were added. */
  @Override
  public List<String> known(String host) {
    return pages.values().stream()
        .filter(p -> p.page().isPresent())
        .map(PageLookup::url)
        .filter(url -> isBelow(host(url), host(host)))
        .limit(200)
        .toList();
  }

  private static boolean isBelow(String one, String other) {
    return one.equals(other) || one.endsWith("." + other);
  }

  private static String host(String url) {
    return url.replaceFirst("^https?://", "")
        .replaceFirst("[/?#:].*$", "")
        .replaceFirst("^www\\.", "");
  }
}
