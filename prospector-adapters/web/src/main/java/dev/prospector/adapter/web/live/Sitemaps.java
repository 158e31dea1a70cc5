package dev.prospector.adapter.web.live;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpUrl;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a host says it has. */
final class Sitemaps {

  private static final int MOST_READ = 6;
  private static final int MOST_KNOWN = 200;
  private static final int MOST_WAITING = 100;

  private final ReadPage reading;

  Sitemaps(ReadPage reading) {
    this.reading = reading;
  }

  List<String> of(String host) throws InterruptedException {
    Set<String> known = new LinkedHashSet<>();
    try {
      HttpUrl home = HttpUrl.parse((hasPort(host) ? "http://" : "https://") + host + "/");
      Deque<HttpUrl> waiting = new ArrayDeque<>();
      addOwn(home, reading.sitemaps(home), waiting);
      if (waiting.isEmpty()) {
        waiting.add(home.resolve("/sitemap.xml"));
      }
      Set<HttpUrl> read = new HashSet<>();
      while (!waiting.isEmpty() && read.size() < MOST_READ && known.size() < MOST_KNOWN) {
        HttpUrl next = waiting.poll();
        if (read.add(next)) {
          read(home, next, waiting, known);
        }
      }
    } catch (NotRead | InputException e) {
      return List.copyOf(known);
    }
    return List.copyOf(known);
  }

  /** A port of its own is that of an inner host, which has no certificate as a rule. */
  private static boolean hasPort(String host) {
    return host.lastIndexOf(':') > host.lastIndexOf(']') && !host.endsWith(":443");
  }

  private void read(HttpUrl home, HttpUrl url, Deque<HttpUrl> waiting, Set<String> known)
      throws InterruptedException {
    try {
      Exchanged answer = reading.step(url);
      if (answer.status() != 200) {
        return;
      }
      SiteMapParser parser = new SiteMapParser(false, true);
      AbstractSiteMap map =
          parser.parseSiteMap(
              answer.header("content-type"), reading.body(answer), url.toUri().toURL());
      if (map instanceof SiteMapIndex index) {
        addOwn(
            home, index.getSitemaps().stream().map(m -> m.getUrl().toString()).toList(), waiting);
      } else if (map instanceof SiteMap pages) {
        pages.getSiteMapUrls().stream()
            .map(page -> page.getUrl().toString())
            .filter(page -> isOf(home, page))
            .limit(MOST_KNOWN - known.size())
            .forEach(known::add);
      }
    } catch (NotRead | UnknownFormatException | MalformedURLException e) {
      return; // What cannot be read names nothing.
    } catch (IOException e) {
      return;
    }
  }

  private static void addOwn(HttpUrl home, Collection<String> urls, Deque<HttpUrl> waiting) {
    urls.stream()
        .filter(url -> isOf(home, url))
        .limit(MOST_WAITING)
        .forEach(url -> waiting.add(HttpUrl.parse(url)));
  }

  private static boolean isOf(HttpUrl home, String url) {
    try {
      String host = HttpUrl.parse(url).host();
      return bare(host).equals(bare(home.host()));
    } catch (InputException e) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }
}
