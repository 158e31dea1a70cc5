package dev.prospector.agents.website;

import dev.prospector.web.PageLookup;
import java.util.Set;

/**
 * Writes a response as it was received: status line, header lines, blank line, decoded body. This
 * is the form in which RFC 9112, section 2.1, frames a message.
 */
final class ResponseText {

  /** Cookies name a visit, not a company: only their names are kept. */
  private static final Set<String> COOKIES = Set.of("set-cookie");

  private ResponseText() {}

  static String of(PageLookup.Found response) {
    StringBuilder text = new StringBuilder(response.body().length() + 512);
    text.append("HTTP/1.1 ").append(response.status()).append('\n');
    response.headers().forEach((name, values) -> values.forEach(value -> line(text, name, value)));
    return text.append('\n').append(response.body()).toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    String kept = COOKIES.contains(name) ? value.replaceFirst("=.*", "=") : value;
    text.append(name).append(": ").append(kept.replaceAll("[\\r\\n]+", " ")).append('\n');
  }
}
