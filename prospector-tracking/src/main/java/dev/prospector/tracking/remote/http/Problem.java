package dev.prospector.tracking.remote.http;

import dev.prospector.error.PortException;
import dev.prospector.error.RequestException;
import dev.prospector.tracking.internal.RequestJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers that say what is wrong, by RFC 9457. */
final class Problem {

  private static final Duration SOON = Duration.ofSeconds(2);

  private Problem() {}

  static TrackingAnswer of(TrackingRequest request, RequestException error) {
    String title =
        switch (error.kind()) {
          case MALFORMED -> "The request cannot be read";
          case MISSING -> "There is no such thing";
          case CONFLICT -> "What is there does not allow it";
          case TOO_LARGE -> "The request is too long";
          case UNREADABLE_TYPE -> "The media type is not read";
          case INVALID -> "Some fields are wrong";
        };
    ObjectNode body =
        body(
            request,
            error.kind().status(),
            error.slug(),
            title,
            String.valueOf(error.getMessage()));
    if (!error.problems().isEmpty()) {
      body.set("errors", errors(error.problems()));
    }
    return answer(request, error.kind().status(), body, Map.of());
  }

  private static ArrayNode errors(List<RequestException.Problem> problems) {
    ArrayNode errors = RequestJson.array();
    for (RequestException.Problem problem : problems) {
      ObjectNode error = RequestJson.object();
      error.put("field", problem.field());
      error.put("message", problem.message());
      errors.add(error);
    }
    return errors;
  }

  /** An answer that does not tell the caller what failed inside; the same for every failure. */
  static TrackingAnswer away(TrackingRequest request, PortException error) {
    Duration wait = error.advice().delay().isZero() ? SOON : error.advice().delay();
    ObjectNode body =
        body(
            request,
            503,
            "store-away",
            "It cannot be kept at the moment",
            "send the same request again a little later");
    String seconds = String.valueOf(Math.max(1, wait.toSeconds()));
    return answer(request, 503, body, Map.of("Retry-After", seconds));
  }

  static TrackingAnswer method(TrackingRequest request, String allowed) {
    ObjectNode body =
        body(
            request,
            405,
            "method",
            "The method is not known here",
            "this address takes " + allowed);
    return answer(request, 405, body, Map.of("Allow", allowed));
  }

  private static ObjectNode body(
      TrackingRequest request, int status, String slug, String title, String detail) {
    ObjectNode body = RequestJson.object();
    body.put("type", "/problems/" + slug);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", request.id());
    return body;
  }

  private static TrackingAnswer answer(
      TrackingRequest request, int status, ObjectNode body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", "application/problem+json");
    headers.put("Request-Id", request.id());
    return new TrackingAnswer(status, headers, RequestJson.bytes(body));
  }
}
