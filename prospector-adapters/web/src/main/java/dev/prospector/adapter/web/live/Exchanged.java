package dev.prospector.adapter.web.live;

import dev.prospector.http.HttpUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An answer as it arrived.
 *
 * @param headers by lower-case name
 * @param body compressed if the headers say so
 */
record Exchanged(
    HttpUrl url, int status, Map<String, List<String>> headers, byte[] body, Instant at) {

  String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean isRedirect() {
    return status >= 300 && status <= 308 && status != 304 && !header("location").isBlank();
  }

  boolean isOverloaded() {
    return status == 429 || status == 503;
  }
}
