package dev.prospector.http;

import dev.prospector.error.InputException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request. Unless told otherwise it goes to hosts on the public internet alone, takes 15 seconds
 * at most and reads an answer of up to 5 MiB. Immutable.
 *
 * @param method such as {@code GET}
 * @param url where to
 * @param headers by name in any case, visible ASCII; never shown
 * @param body what is sent
 * @param limits what the exchange may take
 * @param addresses which addresses of the host may be connected to
 */
public record HttpRequest(
    String method,
    HttpUrl url,
    Map<String, String> headers,
    HttpBody body,
    HttpLimits limits,
    AddressPolicy addresses) {

  private static final String IN_NAMES = "!#$%&'*+-.^_`|~";

  /**
   * Checks what HTTP allows.
   *
   * @throws InputException if the method or a header could not be sent; no value is repeated
   */
  public HttpRequest {
    if (!isToken(method)) {
      throw new InputException("this is no method of HTTP: use GET, POST or another word");
    }
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    sorted.forEach(HttpRequest::check);
    headers = java.util.Collections.unmodifiableMap(sorted);
  }

  private static void check(String name, String value) {
    if (!isToken(name)) {
      throw new InputException("a header's name has characters that HTTP does not allow");
    }
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\t')) {
      throw new InputException(
          "the header " + name + " has characters that HTTP does not allow: encode its value");
    }
  }

  private static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || IN_NAMES.indexOf(c) >= 0);
  }

  /** Returns a request for what is at an address. */
  public static HttpRequest get(HttpUrl url) {
    return of("GET", url, HttpBody.none());
  }

  /** Returns a request that sends something to an address. */
  public static HttpRequest post(HttpUrl url, HttpBody body) {
    return of("POST", url, body);
  }

  private static HttpRequest of(String method, HttpUrl url, HttpBody body) {
    return new HttpRequest(
        method, url, Map.of(), body, HttpLimits.defaults(), AddressPolicy.publicOnly());
  }

  /** Returns this request with one more header, or another value of one. */
  public HttpRequest withHeader(String name, String value) {
    return withHeaders(Map.of(name, value));
  }

  /** Returns this request with these headers besides. */
  public HttpRequest withHeaders(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.putAll(more);
    return new HttpRequest(method, url, all, body, limits, addresses);
  }

  /** Returns this request with another time for the whole exchange. */
  public HttpRequest withTimeout(Duration value) {
    return withLimits(new HttpLimits(value, limits.mostBytes()));
  }

  /** Returns this request with other limits. */
  public HttpRequest withLimits(HttpLimits value) {
    return new HttpRequest(method, url, headers, body, value, addresses);
  }

  /** Returns this request for addresses that another policy accepts. */
  public HttpRequest withAddresses(AddressPolicy value) {
    return new HttpRequest(method, url, headers, body, limits, value);
  }

  /** Names method and origin alone: keys may stand in the rest. */
  @Override
  public String toString() {
    return method + " " + url;
  }
}
