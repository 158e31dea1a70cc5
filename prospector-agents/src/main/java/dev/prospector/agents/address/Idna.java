package dev.prospector.agents.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * Domain names in ASCII by UTS #46, non-transitional, as the URL Standard asks: no check of
 * hyphens, lengths or STD3, but of joiners and text direction.
 *
 * <p>The mapping is computed from the running JDK's Unicode data (normalisation form KC of the
 * lower case, with the exceptions of UTS #46 section 7) rather than read from a table; characters
 * newer than the JDK are refused.
 */
final class Idna {

  private static final String PREFIX = "xn--";

  private Idna() {}

  /** Returns the domain in lower case ASCII, or empty when a label cannot be part of one. */
  static Optional<String> toAscii(String domain) {
    if (isAscii(domain)) {
      return Optional.of(domain.toLowerCase(Locale.ROOT));
    }
    return map(domain).flatMap(Idna::encode);
  }

  /**
   * Returns the domain with A-labels decoded where they are valid; meant for reading, not fetching.
   */
  static String toUnicode(String ascii) {
    String[] labels = ascii.split("\\.", -1);
    for (int i = 0; i < labels.length; i++) {
      String label = labels[i];
      if (label.startsWith(PREFIX)) {
        labels[i] = Punycode.decode(label.substring(PREFIX.length())).orElse(label);
      }
    }
    return String.join(".", labels);
  }

  private static Optional<String> map(String domain) {
    StringBuilder mapped = new StringBuilder(domain.length());
    boolean allowed = domain.codePoints().allMatch(c -> CodePoints.map(c, mapped));
    return allowed ? Optional.of(Normalizer.normalize(mapped, Form.NFC)) : Optional.empty();
  }

  private static Optional<String> encode(String domain) {
    String[] labels = toUnicode(domain).split("\\.", -1);
    String[] original = domain.split("\\.", -1);
    boolean rightToLeft = BidiRule.hasRightToLeft(labels);
    for (int i = 0; i < labels.length; i++) {
      boolean valid = isValid(labels[i]) && (!rightToLeft || BidiRule.holds(labels[i]));
      if (!valid || !survives(original[i], labels[i])) {
        return Optional.empty();
      }
      labels[i] = ascii(labels[i]);
    }
    return Optional.of(String.join(".", labels));
  }

  private static String ascii(String label) {
    return isAscii(label) ? label : PREFIX + Punycode.encode(label);
  }

  /** An A-label must be what its own decoding encodes to, and must have needed encoding. */
  private static boolean survives(String original, String label) {
    return !original.startsWith(PREFIX) || !isAscii(label) && ascii(label).equals(original);
  }

  private static boolean isValid(String label) {
    if (isAscii(label)) {
      return true;
    }
    return Normalizer.isNormalized(label, Form.NFC)
        && !CodePoints.isMark(label.codePointAt(0))
        && label.codePoints().allMatch(CodePoints::isValid)
        && Joiners.hold(label);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
