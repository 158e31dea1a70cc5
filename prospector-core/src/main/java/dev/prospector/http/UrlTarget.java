package dev.prospector.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Path and query as they are sent: escaped, without steps such as {@code ..} (RFC 3986, 5.2). */
final class UrlTarget {

  /** What stands in a path or query as it is; all else is written with percent signs. */
  private static final String PLAIN = "!$&'()*+,-./:;=?@_~";

  private UrlTarget() {}

  /** Returns what follows the host of a whole address. */
  static String of(String written) {
    String text = escaped(withoutFragment(written));
    return withoutSteps(text.startsWith("/") ? text : "/" + text);
  }

  /** Returns what a reference without a host means where it stands. */
  static String resolved(String base, String reference) {
    String text = escaped(withoutFragment(reference));
    if (text.isEmpty()) {
      return base;
    }
    String path = path(base);
    if (text.startsWith("?")) {
      return path + text;
    }
    return withoutSteps(
        text.startsWith("/") ? text : path.substring(0, path.lastIndexOf('/') + 1) + text);
  }

  private static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private static String withoutFragment(String text) {
    int fragment = text.indexOf('#');
    return fragment < 0 ? text : text.substring(0, fragment);
  }

  private static String escaped(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder escaped = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 || c == '%' && isEscape(bytes, i)) {
        escaped.append(c);
      } else {
        escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && Character.digit((char) bytes[at + 1], 16) >= 0
        && Character.digit((char) bytes[at + 2], 16) >= 0;
  }

  private static String withoutSteps(String target) {
    String path = path(target);
    Deque<String> kept = new ArrayDeque<>();
    String last = "";
    for (String part : path.substring(1).split("/", -1)) {
      last = part.replace("%2E", ".").replace("%2e", ".");
      if (last.equals("..")) {
        kept.pollLast();
      } else if (!last.equals(".")) {
        kept.addLast(part);
      }
    }
    if (last.equals(".") || last.equals("..")) {
      kept.addLast("");
    }
    return "/" + String.join("/", kept) + target.substring(path.length());
  }
}
