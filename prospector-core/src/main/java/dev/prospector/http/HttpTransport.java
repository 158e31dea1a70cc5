package dev.prospector.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends HTTP requests for adapters. Implementations are safe for several threads. */
public interface HttpTransport {

  /**
   * Sends one request and reads the whole answer.
   *
   * @return the answer, whatever its status
   * @throws dev.prospector.error.UnansweredException if the request may have arrived and no whole
   *     answer was read
   * @throws dev.prospector.error.PortException if it was not sent
   * @throws InterruptedException if interrupted while waiting
   */
  Response send(Request request) throws InterruptedException;

  /**
   * A request.
   *
   * @param method such as {@code GET}
   * @param url absolute
   * @param headers by name; never logged
   * @param body UTF-8 text; empty for none
   * @param timeout for the whole exchange
   */
  record Request(
      String method, String url, Map<String, String> headers, String body, Duration timeout) {

    /** Fixes the headers. */
    public Request {
      headers = Map.copyOf(headers);
    }

    /** Names method and address without its query: keys may stand there. */
    @Override
    public String toString() {
      return method + " " + url.replaceFirst("\\?.*", "");
    }
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers by lower-case name
   * @param body decoded text
   */
  record Response(int status, Map<String, List<String>> headers, String body) {

    /** Fixes the headers. */
    public Response {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "status " + status;
    }
  }
}
