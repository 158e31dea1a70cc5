package dev.prospector.web;

import dev.prospector.dossier.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outcome of looking up an address: a page, or why there is none. */
public sealed interface PageLookup {

  /** Returns the address that was asked for. */
  String url();

  /** Returns what one gets from the function for this outcome. */
  <R> R fold(Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed);

  /** Returns the page, if there is one. */
  default Optional<Found> page() {
    return fold(Optional::of, a -> Optional.empty(), f -> Optional.empty());
  }

  /**
   * A response, of any status.
   *
   * @param url the address that was asked for
   * @param finalUrl the address that answered, after redirects
   * @param status the HTTP status; 200 where an archive does not record it
   * @param headers by lower-case name, in the order received; may be empty
   * @param body the decoded text
   * @param capturedAt when it was read, null when not recorded
   */
  record Found(
      String url,
      String finalUrl,
      int status,
      Map<String, List<String>> headers,
      String body,
      @Nullable Instant capturedAt)
      implements PageLookup {

    /** Fixes the headers. */
    public Found {
      Objects.requireNonNull(body);
      headers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(headers));
    }

    /**
     * Returns the response as one text: status line, header lines, blank line, body. Of cookies
     * only the names are in it.
     */
    public String message() {
      return ResponseMessage.write(this);
    }

    /**
     * Returns the response whose {@link #message()} that is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Found ofMessage(
        String url, String finalUrl, String message, @Nullable Instant capturedAt) {
      return ResponseMessage.read(url, finalUrl, message, capturedAt);
    }

    /**
     * Returns a hash of where it was found, its status, its headers and its body, but for headers
     * that differ with each answer, such as the server's time. Equal content is the same page.
     */
    public Fingerprint content() {
      return ResponseMessage.content(this);
    }

    @Override
    public <R> R fold(
        Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed) {
      return found.apply(this);
    }
  }

  /**
   * There is no page at this address, as far as the source can know.
   *
   * @param reason one sentence
   */
  record Absent(String url, String reason) implements PageLookup {
    @Override
    public <R> R fold(
        Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed) {
      return absent.apply(this);
    }
  }

  /**
   * The look-up failed: whether there is a page is not known.
   *
   * @param reason one sentence
   */
  record Failed(String url, String reason) implements PageLookup {
    @Override
    public <R> R fold(
        Function<Found, R> found, Function<Absent, R> absent, Function<Failed, R> failed) {
      return failed.apply(this);
    }
  }
}
