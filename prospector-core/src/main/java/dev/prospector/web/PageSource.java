package dev.prospector.web;

import dev.prospector.error.PortException;
import dev.prospector.lookup.Source;
import java.util.List;

/**
 * Where pages come from: an archive, or the live web behind a guard. Implementations are safe for
 * several threads.
 */
public interface PageSource extends Source {

  /**
   * Returns what this source has under an address.
   *
   * @param url an absolute http or https address
   * @return the page, or why there is none; a failed look-up and an absent page are different
   *     outcomes
   * @throws PortException if the source itself fails, with advice on trying again; when that is of
   *     no use any more, agents are told that the look-up failed
   * @throws InterruptedException if the caller is interrupted while waiting
   */
  PageLookup fetch(String url) throws InterruptedException;

  /**
   * Returns addresses of a host that this source knows to exist, in a fixed order, at most 200;
   * empty when it cannot know, as on the live web.
   *
   * @param host a domain name, with {@code :port} where that is not the usual one; pages of its
   *     sub-domains count too
   * @throws InterruptedException if the caller is interrupted while waiting
   */
  default List<String> known(String host) throws InterruptedException {
    return List.of();
  }

  /** Returns a source that has nothing, and says so. */
  static PageSource none() {
    return NoPages.INSTANCE;
  }
}
