package dev.prospector.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole answer, with its body as it arrived. Immutable. */
public final class HttpResponse {

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Returns an answer.
   *
   * @param headers by lower-case name
   */
  public HttpResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.body = body.clone();
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

  /** Returns a copy of the body; neither its coding nor its character set is undone. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the body read as UTF-8, which JSON always is. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "status " + status + ", " + body.length + " bytes";
  }
}
