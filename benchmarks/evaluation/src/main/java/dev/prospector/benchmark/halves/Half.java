package dev.prospector.benchmark.halves;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Which rows are measured: all, or those of one half. Rules are mended on the first half alone, so
 * that the second one tells what they are worth on pages that nobody looked at. What belongs
 * together, such as the pages of one site, falls in one half, since its key is the same.
 */
public enum Half {
  /** All rows. */
  BOTH,

  /** The rows on which rules are mended. */
  FIRST,

  /** The rows that are only measured. */
  SECOND;

  /** Returns the half that the command line names {@code 0} or {@code 1}. */
  public static Optional<Half> named(String number) {
    return switch (number) {
      case "0" -> Optional.of(FIRST);
      case "1" -> Optional.of(SECOND);
      default -> Optional.empty();
    };
  }

  /** Tells whether what has this key is measured: the first half's CRC-32 is even. */
  public boolean holds(String key) {
    CRC32 sum = new CRC32();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return this == BOTH || (sum.getValue() % 2 == 0) == (this == FIRST);
  }

  /** Returns the host of an address, the key of all pages of a site. */
  public static String site(String address) {
    int scheme = address.indexOf("://");
    String behind = scheme < 0 ? address : address.substring(scheme + 3);
    String host = behind.split("[/?#:]", 2)[0].toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
