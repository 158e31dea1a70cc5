package dev.prospector.web;

import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import java.util.List;

/**
 * Where pages come from: an archive, or the live web behind a guard. Implementations are safe for
 * several threads.
 */
public interface PageSource {

  /**
   * Returns what this source has under an address.
   *
   * @param url an absolute http or https address
   * @return the page, or why there is none; a failed look-up and an absent page are different
   *     outcomes
   * @throws PortException if the source itself fails, with advice on trying again
   * @throws InterruptedException if the caller is interrupted while waiting
   */
  PageLookup fetch(String url) throws InterruptedException;

  /**
   * Returns what identifies the content of this source: results made from equal content are not
   * made again. For an archive, a hash of it; for the live web, a text that changes as often as
   * pages should be read anew, such as a date.
   */
  String version();

  /**
   * Returns addresses of a host that this source knows to exist, in a fixed order, at most 200;
   * empty when it cannot know, as on the live web.
   *
   * @param host a domain name; pages of its sub-domains count too
   */
  default List<String> known(String host) {
    return List.of();
  }

  /** Returns {@link Effect#READ}: whatever is behind this port, it is only read. */
  default Effect effect() {
    return Effect.READ;
  }

  /** Returns a source that has nothing, and says so. */
  static PageSource none() {
    return NoPages.INSTANCE;
  }
}
