package dev.prospector.web;

import dev.prospector.dossier.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as one text: status line, header lines, blank line, decoded body. This is the form in
 * which RFC 9112, section 2.1, frames a message.
 */
final class ResponseMessage {

  /** Cookies name a visit, not a company: only their names are kept. */
  private static final String COOKIE = "set-cookie";

  private static final String VERSION = "HTTP/1.1 ";

  /** What a server says of one answer, and not of the page: times, ids, caches on the way. */
  private static final Set<String> OF_ONE_ANSWER =
      Set.of(
          "age",
          "alt-svc",
          "cf-cache-status",
          "cf-ray",
          "connection",
          "content-length",
          "date",
          "etag",
          "expires",
          "keep-alive",
          "last-modified",
          "nel",
          "report-to",
          "server-timing",
          "transfer-encoding",
          "via",
          "x-amz-cf-id",
          "x-amz-cf-pop",
          "x-amz-id-2",
          "x-amz-request-id",
          "x-cache",
          "x-cache-hits",
          "x-correlation-id",
          "x-request-id",
          "x-runtime",
          "x-served-by",
          "x-timer",
          "x-trace-id");

  private ResponseMessage() {}

  static String write(PageLookup.Found response) {
    StringBuilder text = new StringBuilder(response.body().length() + 512);
    text.append(VERSION).append(response.status()).append('\n');
    response
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        text.append(name).append(": ").append(kept(name, value)).append('\n')));
    return text.append('\n').append(response.body()).toString();
  }

  private static String kept(String name, String value) {
    int equals = name.equals(COOKIE) ? value.indexOf('=') : -1;
    String said = equals < 0 ? value : value.substring(0, equals + 1);
    return said.replace('\r', ' ').replace('\n', ' ');
  }

  static PageLookup.Found read(
      String url, String finalUrl, String message, @Nullable Instant capturedAt) {
    int line = end(message, 0);
    int status = Integer.parseInt(message.substring(VERSION.length(), line));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    int start = line + 1;
    for (int end = end(message, start); end > start; end = end(message, start)) {
      int colon = message.indexOf(": ", start + 1);
      headers
          .computeIfAbsent(message.substring(start, colon), name -> new ArrayList<>())
          .add(message.substring(colon + 2, end));
      start = end + 1;
    }
    String body = message.substring(start + 1);
    return new PageLookup.Found(url, finalUrl, status, headers, body, capturedAt);
  }

  private static int end(String message, int start) {
    int end = message.indexOf('\n', start);
    if (end < 0) {
      throw new IllegalArgumentException("the text of a response ends before its body");
    }
    return end;
  }

  /** Returns the hash of what stays the same while the page does. */
  static Fingerprint content(PageLookup.Found response) {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    hasher.add(response.finalUrl()).add(response.status());
    response
        .headers()
        .forEach(
            (name, values) -> {
              if (!OF_ONE_ANSWER.contains(name)) {
                hasher.add(name).add(values.size());
                values.forEach(value -> hasher.add(kept(name, value)));
              }
            });
    return hasher.add(response.body()).finish();
  }
}
