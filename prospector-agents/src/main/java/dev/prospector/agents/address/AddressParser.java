package dev.prospector.agents.address;

import dev.prospector.agents.address.ParsedAddress.Accepted;
import dev.prospector.agents.address.ParsedAddress.Rejected;
import java.util.Locale;
import java.util.Optional;

/**
 * The basic URL parser of the WHATWG URL Standard, cut down to http and https, where its states are
 * few: scheme, authority, path, query and fragment follow one another.
 */
final class AddressParser {

  /** Characters that an address may have; servers refuse far shorter ones. */
  static final int LONGEST = 16_384;

  private final Optional<WebAddress> base;

  AddressParser(Optional<WebAddress> base) {
    this.base = base;
  }

  ParsedAddress parse(String text) {
    if (text.length() > LONGEST) {
      return new Rejected(Rejection.TOO_LONG);
    }
    String input = cleaned(text);
    int colon = schemeEnd(input);
    if (colon < 0) {
      return base.map(from -> relative(from, input)).orElseGet(() -> relativeAlone(input));
    }
    String scheme = input.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = input.substring(colon + 1);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Rejected(Rejection.NOT_WEB);
    }
    boolean sameScheme = base.map(from -> from.scheme().equals(scheme)).orElse(false);
    return sameScheme && !rest.startsWith("//")
        ? relative(base.orElseThrow(), rest)
        : authority(scheme, afterSlashes(rest));
  }

  private static ParsedAddress relativeAlone(String input) {
    return new Rejected(input.isEmpty() ? Rejection.EMPTY : Rejection.RELATIVE);
  }

  private static ParsedAddress relative(WebAddress from, String reference) {
    if (reference.length() > 1 && isSlash(reference, 0) && isSlash(reference, 1)) {
      return authority(from.scheme(), afterSlashes(reference));
    }
    Rest rest = Rest.of(reference);
    String path = rest.path();
    if (path.isEmpty()) {
      String search = rest.search().isEmpty() ? from.search() : rest.search();
      return accepted(from, from.path(), search, rest.hash());
    }
    String folder = from.path().substring(0, from.path().lastIndexOf('/') + 1);
    String whole = isSlash(path, 0) ? path : folder + path;
    return accepted(from, PathSegments.normalize(whole), rest.search(), rest.hash());
  }

  private static ParsedAddress accepted(WebAddress from, String path, String search, String hash) {
    return new Accepted(
        new WebAddress(from.scheme(), from.host(), from.port(), path, search, hash));
  }

  private static ParsedAddress authority(String scheme, String text) {
    int end = authorityEnd(text);
    String authority = text.substring(0, end);
    if (authority.indexOf('@') >= 0) {
      return new Rejected(Rejection.USER_INFO);
    }
    int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
    Optional<String> host = Host.parse(colon < 0 ? authority : authority.substring(0, colon));
    if (host.isEmpty()) {
      return new Rejected(Rejection.BAD_HOST);
    }
    Optional<Integer> port = port(scheme, colon < 0 ? "" : authority.substring(colon + 1));
    if (port.isEmpty()) {
      return new Rejected(Rejection.BAD_PORT);
    }
    Rest rest = Rest.of(text.substring(end));
    return new Accepted(
        new WebAddress(
            scheme,
            host.orElseThrow(),
            port.orElseThrow(),
            PathSegments.normalize(rest.path()),
            rest.search(),
            rest.hash()));
  }

  private static Optional<Integer> port(String scheme, String digits) {
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      port = port * 10 + c - '0';
      if (c < '0' || c > '9' || port > 65_535) {
        return Optional.empty();
      }
    }
    boolean own = digits.isEmpty() || port == (scheme.equals("http") ? 80 : 443);
    return Optional.of(own ? -1 : port);
  }

  private static int authorityEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '\\' || c == '?' || c == '#') {
        return i;
      }
    }
    return text.length();
  }

  private static String afterSlashes(String text) {
    int start = 0;
    while (start < text.length() && isSlash(text, start)) {
      start++;
    }
    return text.substring(start);
  }

  private static boolean isSlash(String text, int index) {
    return text.charAt(index) == '/' || text.charAt(index) == '\\';
  }

  /** Returns the index of the colon after a scheme, or -1 when the text does not begin with one. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean inner = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && (i == 0 || !inner)) {
        return -1;
      }
    }
    return -1;
  }

  /** Drops control characters and spaces at the ends, tabs and line ends, and lone surrogates. */
  private static String cleaned(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    StringBuilder clean = new StringBuilder(end - start);
    text.substring(start, end)
        .codePoints()
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** What follows the host: path as written, then query and fragment, encoded, with their marks. */
  private record Rest(String path, String search, String hash) {

    static Rest of(String text) {
      int hashAt = text.indexOf('#');
      String beforeHash = hashAt < 0 ? text : text.substring(0, hashAt);
      String hash =
          hashAt < 0 ? "" : "#" + PercentEncoding.FRAGMENT.encode(text.substring(hashAt + 1));
      int searchAt = beforeHash.indexOf('?');
      String path = searchAt < 0 ? beforeHash : beforeHash.substring(0, searchAt);
      String search =
          searchAt < 0
              ? ""
              : "?" + PercentEncoding.QUERY.encode(beforeHash.substring(searchAt + 1));
      return new Rest(path, search, hash);
    }
  }
}
