package dev.prospector.agents.address;

import java.util.Optional;

/** The host parser of the URL Standard for special schemes. */
final class Host {

  private static final String FORBIDDEN = " #/:<>?@[\\]^|%\u007F";

  private Host() {}

  /** Returns the host in its serialised form, or empty when it is none. */
  static Optional<String> parse(String text) {
    if (text.startsWith("[")) {
      return text.endsWith("]")
          ? Ipv6.parse(text.substring(1, text.length() - 1)).map(address -> "[" + address + "]")
          : Optional.empty();
    }
    return Idna.toAscii(PercentEncoding.decode(text)).filter(Host::isDomain).flatMap(Host::number);
  }

  private static boolean isDomain(String ascii) {
    return !ascii.isEmpty()
        && ascii.chars().noneMatch(c -> c < ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0);
  }

  private static Optional<String> number(String domain) {
    return Ipv4.endsInNumber(domain) ? Ipv4.parse(domain) : Optional.of(domain);
  }
}
