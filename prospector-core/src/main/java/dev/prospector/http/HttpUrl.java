package dev.prospector.http;

import dev.prospector.error.InputException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * An address of the web, in one spelling, and the one class that reads and prints them: {@code
 * http} or {@code https}, a host, a port, a path with its query. It bears no user name or password,
 * and {@link #toString} shows neither path nor query, since keys may stand there.
 *
 * <p>A host is a name (other scripts become ASCII), an IPv6 address, or an IPv4 address as four
 * decimal numbers. Every other spelling of a number is refused, because resolvers do not agree on
 * it. Immutable.
 */
public final class HttpUrl {

  private static final int LONGEST = 8_192;
  private static final int MOST_PORT = 65_535;

  private final boolean secure;
  private final HostName host;
  private final int port;
  private final String target;

  private HttpUrl(boolean secure, HostName host, int port, String target) {
    this.secure = secure;
    this.host = host;
    this.port = port;
    this.target = target;
  }

  /**
   * Reads an address. A fragment is left out, and what may not stand in a path is escaped.
   *
   * @throws InputException if it is not an absolute address of the web; the message says why and
   *     does not repeat the text
   */
  public static HttpUrl parse(String written) {
    String text = written.strip();
    check(text);
    int scheme = text.indexOf("://");
    String name = scheme < 0 ? "" : text.substring(0, scheme).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) {
      throw refused("it does not begin with http:// or https://");
    }
    return of(name.equals("https"), text.substring(scheme + "://".length()));
  }

  private static void check(String text) {
    if (text.length() > LONGEST) {
      throw refused("it is longer than " + LONGEST + " characters");
    }
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')) {
      throw refused("a control character or backslash stands in it");
    }
  }

  private static HttpUrl of(boolean secure, String rest) {
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    if (authority.contains("@")) {
      throw refused("a user name or password stands in it: leave it out");
    }
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    if (host.isEmpty() || host.startsWith("[") != host.endsWith("]")) {
      throw refused("it names no host");
    }
    int port = port(hasPort ? authority.substring(colon + 1) : "", secure);
    return new HttpUrl(secure, HostName.of(host), port, UrlTarget.of(rest.substring(end)));
  }

  private static int port(String written, boolean secure) {
    if (written.isEmpty()) {
      return secure ? 443 : 80;
    }
    boolean digits = written.length() <= 5 && written.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits ? Integer.parseInt(written) : 0;
    if (port < 1 || port > MOST_PORT) {
      throw refused("its port is not a number from 1 to " + MOST_PORT);
    }
    return port;
  }

  static InputException refused(String why) {
    return new InputException("this is no address of the web that can be used: " + why);
  }

  /**
   * Returns the address that a reference on this page means, such as the one of a redirect.
   *
   * @throws InputException if it is none of the web
   */
  public HttpUrl resolve(String reference) {
    String text = reference.strip();
    check(text);
    int end = 0;
    while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == ':') {
      return parse(text);
    }
    if (text.startsWith("//")) {
      return parse(scheme() + ":" + text);
    }
    return new HttpUrl(secure, host, port, UrlTarget.resolved(target, text));
  }

  /** Returns {@code http} or {@code https}. */
  public String scheme() {
    return secure ? "https" : "http";
  }

  /** Returns whether what is sent is encrypted on its way. */
  public boolean isSecure() {
    return secure;
  }

  /** Returns the host in lower case: a name in ASCII or an address, IPv6 without brackets. */
  public String host() {
    return host.text();
  }

  /** Returns the address if the host is written as one; a name is not looked up. */
  public Optional<InetAddress> literal() {
    return host.address();
  }

  /** Returns the port, which is 80 or 443 unless written. */
  public int port() {
    return port;
  }

  /** Returns path and query, which begin with a slash. */
  public String target() {
    return target;
  }

  /** Returns scheme, host and, unless it is the usual one, port: all that may be shown. */
  public String origin() {
    boolean usual = port == (secure ? 443 : 80);
    return scheme() + "://" + host.inUrl() + (usual ? "" : ":" + port);
  }

  /** Returns the whole address, for those who send to it or compare it; it may hold keys. */
  public String text() {
    return origin() + target;
  }

  /** Returns the whole address as the platform writes it. */
  public URI toUri() {
    return URI.create(text());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpUrl url && url.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Shows the origin alone. */
  @Override
  public String toString() {
    return origin();
  }
}
