package dev.prospector.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer whose body is still on its way. Confined to the reader that it is given to. */
public final class HttpAnswer {

  /** More than this in an answer's headers is an error. */
  private static final int MOST_HEADER_CHARACTERS = 64 << 10;

  private final int status;
  private final Map<String, List<String>> headers;
  private final InputStream body;

  private HttpAnswer(int status, Map<String, List<String>> headers, InputStream body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Returns the answer that a transport received, held to the limits of its request.
   *
   * @param headers by name in any case
   * @throws TooLargeException if the headers are longer than 64 Ki characters
   */
  public static HttpAnswer received(
      int status, Map<String, List<String>> headers, InputStream body, HttpLimits limits)
      throws TooLargeException {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    long length = 0;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      byName.computeIfAbsent(name, n -> new ArrayList<>()).addAll(header.getValue());
      length += header.getValue().stream().mapToLong(v -> name.length() + v.length()).sum();
    }
    if (length > MOST_HEADER_CHARACTERS) {
      throw new TooLargeException("headers");
    }
    byName.replaceAll((name, values) -> List.copyOf(values));
    return new HttpAnswer(
        status, Collections.unmodifiableMap(byName), new BoundedInput(body, limits.mostBytes()));
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the headers by lower-case name, in the order received. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** Returns the first value of a header, by its name in lower case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Returns the body as it arrives. Reading waits, and fails beyond the request's limits. */
  public InputStream body() {
    return body;
  }

  /** Returns the answer with all of its body. */
  public HttpResponse whole() throws IOException {
    return new HttpResponse(status, headers, body.readAllBytes());
  }

  @Override
  public String toString() {
    return "status " + status;
  }
}
