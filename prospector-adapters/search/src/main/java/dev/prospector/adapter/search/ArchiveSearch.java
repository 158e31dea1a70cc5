package dev.prospector.adapter.search;

import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/**
 * A search over the pages of an archive, by BM25 over their words in Portuguese, English and
 * Spanish: a page is found that has at least half of the query's words. Nothing is sent anywhere.
 * The country is not looked at, since a page does not say where it is for.
 *
 * <p>Safe for several threads.
 */
public final class ArchiveSearch implements WebSearch, Closeable {

  private final PageIndex index;
  private final String identity;

  private ArchiveSearch(PageIndex index, String identity) {
    this.index = index;
    this.identity = identity;
  }

  /**
   * Reads pages and returns the search over them; those that are not there are left out.
   *
   * @param urls which pages, in an order that does not change
   * @throws InterruptedException if the caller is interrupted while they are read
   */
  public static ArchiveSearch over(PageSource pages, Collection<String> urls)
      throws InterruptedException {
    try {
      PageIndex.Filling filling = new PageIndex.Filling();
      for (String url : urls) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while reading the pages to search");
        }
        Optional<PageLookup.Found> page = pages.fetch(url).page().filter(p -> p.status() < 400);
        if (page.isPresent()) {
          filling.add(page.get().finalUrl(), page.get().body());
        }
      }
      return new ArchiveSearch(filling.complete(), "BM25 over " + pages.identity());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Result search(String query, String country, int limit) {
    try {
      return new Result.Hits(index.find(query, limit));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static PortException failed(IOException e) {
    return new PortException(
        "web-search", "the index of the archive fails: " + e, RetryAdvice.never(), e);
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public void close() {
    index.close();
  }
}
