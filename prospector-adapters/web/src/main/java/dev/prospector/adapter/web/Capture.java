package dev.prospector.adapter.web;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page in the archive: all that is held in memory of it.
 *
 * @param url as the archive writes it
 * @param finalUrl the address that answered; equal to {@code url} unless the archive says otherwise
 * @param status the HTTP status; 200 where it is not recorded, 0 for a revisit that has none
 * @param contentType empty where it is not recorded
 * @param capturedAt null where it is not recorded
 * @param place where its bytes are
 */
record Capture(
    String url,
    String finalUrl,
    int status,
    String contentType,
    @Nullable Instant capturedAt,
    Place place) {

  /** Where the bytes of a capture are. */
  sealed interface Place {}

  /** A file of its own: the body and nothing else. */
  record InFile(Path file) implements Place {}

  /** A response, with its header, or a resource, without one, in a WARC file. */
  record InWarc(Path file, long offset) implements Place {}

  /**
   * A revisit: the bytes are those of another capture.
   *
   * @param target the other capture's address
   */
  record Elsewhere(String target) implements Place {}

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** Returns whether people read what is there, as far as its type says. */
  boolean isPage() {
    return contentType.isEmpty() || contentType.toLowerCase(java.util.Locale.ROOT).contains("html");
  }

  /** Returns whether this one speaks for its address rather than the other one. */
  boolean isBetterThan(Capture other) {
    if (rank() != other.rank()) {
      return rank() > other.rank();
    }
    return capturedAt != null && other.capturedAt != null && capturedAt.isAfter(other.capturedAt);
  }

  private int rank() {
    return isSuccess() ? 2 : place instanceof Elsewhere ? 0 : 1;
  }
}
