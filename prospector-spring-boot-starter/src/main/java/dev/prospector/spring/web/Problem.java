package dev.prospector.spring.web;

import dev.prospector.error.RequestException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer that says what is wrong, by RFC 9457, in bytes of our own: the application may have any
 * JSON library.
 *
 * @param status of HTTP
 * @param slug what kind of problem it is
 * @param title the kind, for people
 * @param detail what, with which value, and what to do
 * @param retryAfter seconds after which asking again can help
 * @param errors what is wrong with which field
 */
record Problem(
    int status,
    String slug,
    String title,
    String detail,
    Optional<Integer> retryAfter,
    List<RequestException.Problem> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String slug, String title, String detail) {
    return new Problem(status, slug, title, detail, Optional.empty(), List.of());
  }

  static Problem unknownCaller() {
    return of(401, "unauthorized", "Nobody is known to ask", "log in, or send a valid token");
  }

  static Problem notAllowed(String what) {
    return of(403, "forbidden", "That is not allowed", "the caller may not " + what);
  }

  static Problem onlyPost() {
    return of(405, "method", "The method is not known here", "this address takes POST");
  }

  Problem after(int seconds) {
    return new Problem(status, slug, title, detail, Optional.of(seconds), errors);
  }

  Problem with(List<RequestException.Problem> wrong) {
    return new Problem(status, slug, title, detail, retryAfter, List.copyOf(wrong));
  }

  /** Writes it, unless the answer has begun. */
  void to(HttpServletResponse response, String request) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.reset();
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Request-Id", request);
    if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
      response.setHeader("Allow", "POST");
    }
    retryAfter.ifPresent(seconds -> response.setHeader("Retry-After", String.valueOf(seconds)));
    response.getOutputStream().write(json(request).getBytes(StandardCharsets.UTF_8));
  }

  String json(String request) {
    return "{\"type\":\"/problems/"
        + slug
        + "\",\"title\":"
        + text(title)
        + ",\"status\":"
        + status
        + ",\"detail\":"
        + text(detail)
        + ",\"instance\":"
        + text(request)
        + (errors.isEmpty() ? "" : ",\"errors\":[" + wrong() + "]")
        + "}";
  }

  private String wrong() {
    return errors.stream()
        .map(e -> "{\"field\":" + text(e.field()) + ",\"message\":" + text(e.message()) + "}")
        .collect(Collectors.joining(","));
  }

  /** Writes a text as JSON does (RFC 8259, section 7). */
  static String text(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
