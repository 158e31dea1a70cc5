package dev.prospector.cli.run;

import dev.prospector.adapter.web.live.LivePages;
import dev.prospector.cli.lookup.Outside;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How pages are read from the live web.
 *
 * @param contact where owners of sites can complain
 * @param allowed hosts of the inner network, each {@code HOST:PORT}
 * @param record a file that every exchange is written to
 * @param maxAge how old a page of the store may be before its host is asked
 * @param delayOfAllowed the least time between two requests to a host that is allowed
 */
public record LiveReading(
    Optional<String> contact,
    List<String> allowed,
    Optional<Path> record,
    Optional<Duration> delayOfAllowed,
    Duration maxAge) {

  /** Fixes the list. */
  public LiveReading {
    allowed = List.copyOf(allowed);
  }

  /** Returns pages that nothing was asked of yet, and nothing is recorded of. */
  public LivePages pages() {
    return builder().build();
  }

  LivePages.Builder builder() {
    LivePages.Builder builder =
        LivePages.builder(Outside.transport()).documents(Outside.documents());
    contact.ifPresent(builder::contact);
    for (String host : allowed) {
      HttpUrl url = url(host);
      builder.allowing(url.host(), url.port());
    }
    delayOfAllowed.ifPresent(builder::delayOfAllowed);
    return builder;
  }

  private static HttpUrl url(String host) {
    try {
      return HttpUrl.parse("http://" + host + "/");
    } catch (InputException e) {
      throw new InputException("--allow is HOST:PORT: " + e.getMessage());
    }
  }
}
