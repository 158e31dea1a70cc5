package dev.prospector.adapter.verify.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * An address as people use them: RFC 5321 without quotes, comments and addresses of machines, which
 * are allowed there and always mistakes here. Letters of other scripts are allowed.
 *
 * @param local before the last at sign, as written
 * @param domain in ASCII and lower case
 */
record AddressSyntax(String local, String domain) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String OTHERS = "!#$%&'*+-/=?^_`{|}~.";

  /** Empty where it is no address. */
  static Optional<AddressSyntax> of(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || address.length() > LONGEST) {
      return Optional.empty();
    }
    String local = address.substring(0, at);
    return isLocal(local)
        ? ascii(address.substring(at + 1)).map(domain -> new AddressSyntax(local, domain))
        : Optional.empty();
  }

  private static boolean isLocal(String local) {
    return local.length() <= LONGEST_LOCAL
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && local.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || OTHERS.indexOf(c) >= 0);
  }

  private static Optional<String> ascii(String written) {
    String domain;
    try {
      domain = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String[] labels = domain.split("\\.", -1);
    boolean ends = labels[labels.length - 1].chars().anyMatch(c -> c < '0' || c > '9');
    if (labels.length < 2 || domain.length() > LONGEST_DOMAIN || !ends) {
      return Optional.empty();
    }
    for (String label : labels) {
      if (label.isEmpty()
          || label.length() > LONGEST_LABEL
          || label.startsWith("-")
          || label.endsWith("-")) {
        return Optional.empty();
      }
    }
    return Optional.of(domain);
  }
}
