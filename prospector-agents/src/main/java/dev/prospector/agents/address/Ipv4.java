package dev.prospector.agents.address;

import java.util.Optional;

/** The IPv4 parser of the URL Standard: up to four parts, decimal, octal or hexadecimal. */
final class Ipv4 {

  private static final long INVALID = -1;
  private static final long TOO_LARGE = 1L << 33;

  private Ipv4() {}

  /** Returns whether the last label is a number, so that the host must be an IPv4 address. */
  static boolean endsInNumber(String domain) {
    String host = withoutTrailingDot(domain);
    String last = host.substring(host.lastIndexOf('.') + 1);
    boolean digits = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits || last.startsWith("0x") && number(last) != INVALID;
  }

  /** Returns the dotted form, or empty when the host is not an address. */
  static Optional<String> parse(String domain) {
    String[] parts = withoutTrailingDot(domain).split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long value = parts[i].isEmpty() ? INVALID : number(parts[i]);
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << 8 * (5 - parts.length) : 256;
      if (value == INVALID || value >= limit) {
        return Optional.empty();
      }
      address += last ? value : value << 8 * (3 - i);
    }
    return Optional.of(dotted(address));
  }

  private static String dotted(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /** Returns the value, {@link #INVALID}, or a value too large for any address. */
  private static long number(String part) {
    boolean hex = part.startsWith("0x") || part.startsWith("0X");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    int radix = hex ? 16 : octal ? 8 : 10;
    String digits = hex ? part.substring(2) : part;
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0) {
        return INVALID;
      }
      value = Math.min(value * radix + digit, TOO_LARGE);
    }
    return value;
  }

  private static String withoutTrailingDot(String domain) {
    return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
  }
}
