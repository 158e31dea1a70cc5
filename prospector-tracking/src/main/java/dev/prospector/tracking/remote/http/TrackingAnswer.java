package dev.prospector.tracking.remote.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a web framework is to answer.
 *
 * @param status of HTTP
 * @param headers by name, the media type among them
 * @param body JSON in UTF-8
 */
public record TrackingAnswer(int status, Map<String, String> headers, byte[] body) {

  /** Fixes the headers. */
  public TrackingAnswer {
    headers = Map.copyOf(headers);
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "status " + status + ", " + body.length + " bytes";
  }
}
