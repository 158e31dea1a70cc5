package dev.prospector.tracking.internal;

import dev.prospector.error.RequestException;
import java.util.Locale;

/** Bodies of requests, before they are read. */
public final class RequestBody {

  private RequestBody() {}

  /**
   * Checks what is said of a body.
   *
   * @param contentType empty if none was said
   * @throws RequestException if it is no JSON, or longer than what is read
   */
  public static void checkJson(String contentType, byte[] body, int mostBytes) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !type.startsWith("application/json")) {
      throw new RequestException(
          RequestException.Kind.UNREADABLE_TYPE,
          "media-type",
          "the body is to be application/json in UTF-8");
    }
    if (body.length > mostBytes) {
      throw new RequestException(
          RequestException.Kind.TOO_LARGE,
          "too-large",
          "the body is longer than " + mostBytes + " bytes: send less of it");
    }
  }
}
