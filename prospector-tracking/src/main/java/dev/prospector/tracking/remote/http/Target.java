package dev.prospector.tracking.remote.http;

import dev.prospector.error.RequestException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Path and query of a request. */
final class Target {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private Target() {}

  /**
   * Which part of a list is asked for.
   *
   * @param from the place of the first
   * @param limit the most to answer
   */
  record Page(long from, int limit) {}

  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String part : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
      segments.add(decoded(part.replace("+", "%2B")));
    }
    return segments;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RequestException(
          RequestException.Kind.MALFORMED, "malformed", "the address is not escaped as it must be");
    }
  }

  static Page page(String query) {
    long from = 0;
    int limit = USUAL;
    List<RequestException.Problem> problems = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      String value = decoded(pair.substring(pair.indexOf('=') + 1));
      if (pair.startsWith("limit=")) {
        limit = value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : 0;
        if (limit < 1 || limit > MOST) {
          problems.add(new RequestException.Problem("limit", "is a number from 1 to " + MOST));
        }
      } else if (pair.startsWith("cursor=")) {
        from = place(value);
        if (from < 0) {
          problems.add(
              new RequestException.Problem("cursor", "is what an answer gave as next_cursor"));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw RequestException.invalid(problems);
    }
    return new Page(from, limit);
  }

  static String cursor(long from) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("p" + from).getBytes(StandardCharsets.US_ASCII));
  }

  private static long place(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return text.matches("p[0-9]{1,15}") ? Long.parseLong(text.substring(1)) : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
