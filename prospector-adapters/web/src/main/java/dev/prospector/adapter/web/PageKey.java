package dev.prospector.adapter.web;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of an address under which spellings of one page meet: without scheme, credentials,
 * {@code www.}, default port, fragment, and slash at the end; the host in lower case and in its
 * ASCII form; everything beyond ASCII percent-encoded.
 *
 * @param host without {@code www.} and port
 * @param text host, port if it is not the default one, path and query
 */
record PageKey(String host, String text) {

  private static final int LONGEST = 8_192;
  private static final Pattern FORM =
      Pattern.compile("(?:(https?)://)?(?:[^/?#@]*+@)?([^/?#:]++)(?::(\\d{0,5}))?([/?#].*)?");
  private static final Pattern OTHER_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:(?!\\d).*");
  private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");
  private static final Pattern PORT_IN_THE_WAY = Pattern.compile("[^\\p{L}\\p{N}.\\-_]");

  /** Returns the key of an address; empty if it is not one of a web page. */
  static Optional<PageKey> of(String url) {
    String plain = url.strip().replace('\\', '/');
    int schemeEnd = plain.indexOf("://");
    String scheme = schemeEnd < 0 ? "" : plain.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
    String lower = schemeEnd < 0 ? plain : scheme + plain.substring(schemeEnd);
    if (plain.length() > LONGEST || schemeEnd < 0 && OTHER_SCHEME.matcher(plain).matches()) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(lower);
    if (!form.matches() || schemeEnd >= 0 && form.group(1) == null) {
      return Optional.empty();
    }
    String host = host(form.group(2));
    if (host.isEmpty() || PORT_IN_THE_WAY.matcher(host).find()) {
      return Optional.empty();
    }
    String rest = form.group(4) == null ? "" : form.group(4);
    return Optional.of(new PageKey(host, host + port(form.group(3)) + rest(rest)));
  }

  /** Returns the host in the form of a key. */
  static String host(String host) {
    String lower = PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    int end = lower.length();
    while (end > 0 && lower.charAt(end - 1) == '.') {
      end--;
    }
    String bare = lower.substring(lower.startsWith("www.") ? Math.min(4, end) : 0, end);
    try {
      return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return bare; // Not a host name that can be encoded; compared as written.
    }
  }

  private static String port(@Nullable String port) {
    return port == null || port.isEmpty() || port.equals("80") || port.equals("443")
        ? ""
        : ":" + port;
  }

  private static String rest(String written) {
    int fragment = written.indexOf('#');
    String rest = fragment < 0 ? written : written.substring(0, fragment);
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    String search = query < 0 || query == rest.length() - 1 ? "" : rest.substring(query);
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return encoded(path.substring(0, end)) + encoded(search);
  }

  private static String encoded(String text) {
    if (text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%')) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (b <= ' ' || b >= 0x7f) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b));
      } else if (b == '%' && i + 2 < bytes.length) {
        // An escape is one however its digits are written.
        encoded.append('%').append(upper(bytes[i + 1])).append(upper(bytes[i + 2]));
        i += 2;
      } else {
        encoded.append((char) b);
      }
    }
    return encoded.toString();
  }

  private static char upper(byte digit) {
    return digit >= 'a' && digit <= 'f' ? (char) (digit - 32) : (char) (digit & 0xff);
  }
}
