package dev.prospector.agents.contact.email;

import dev.prospector.agents.internal.Expression;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The part of an e-mail address after the at sign. */
final class EmailDomain {

  private static final int MAX_DOMAIN = 253;
  private static final int MAX_LABEL = 63;
  private static final Set<String> SPECIAL_USE =
      Set.of("arpa", "invalid", "local", "localhost", "onion", "test");
  private static final Expression HOST =
      Expression.of(
          "[A-Za-z0-9](?:[A-Za-z0-9-]*+(?<!-))?+(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*+(?<!-))?+)*+");
  private static final Expression IDEOGRAPHIC_STOP = Expression.of("[\u3002\uff0e\uff61]");
  private static final Expression BYTE = Expression.of("25[0-5]|2[0-4]\\d|1?\\d?\\d");
  private static final Expression HEX = Expression.of("[0-9A-Fa-f]{1,4}");

  private EmailDomain() {}

  static EmailSyntax syntax(String domain) {
    if (domain.startsWith("[")) {
      return isLiteral(domain) ? EmailSyntax.UNUSUAL : EmailSyntax.INVALID;
    }
    Optional<String> ascii = ascii(domain);
    if (ascii.isEmpty() || !isHost(ascii.get())) {
      return EmailSyntax.INVALID;
    }
    return isPublic(ascii.get()) ? EmailSyntax.USABLE : EmailSyntax.UNUSUAL;
  }

  private static boolean isHost(String ascii) {
    if (ascii.length() > MAX_DOMAIN || !HOST.matcher(ascii).matches()) {
      return false;
    }
    for (String label : ascii.split("\\.")) {
      if (label.length() > MAX_LABEL) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPublic(String ascii) {
    String lower = ascii.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    char last = lower.charAt(lower.length() - 1);
    return dot > 0
        && (last >= 'a' && last <= 'z' || lower.startsWith("xn--", dot + 1))
        && !SPECIAL_USE.contains(lower.substring(dot + 1));
  }

  /** Returns the domain in the form that is sent, or nothing when its labels cannot be. */
  static Optional<String> ascii(String domain) {
    String folded =
        IDEOGRAPHIC_STOP
            .matcher(Normalizer.normalize(domain, Normalizer.Form.NFKC))
            .replaceAll(".");
    boolean plain = folded.chars().allMatch(c -> c < 0x80);
    if (plain && !folded.toLowerCase(Locale.ROOT).contains("xn--")) {
      return hasReservedHyphens(folded) ? Optional.empty() : Optional.of(folded);
    }
    StringBuilder ascii = new StringBuilder();
    for (String label : folded.toLowerCase(Locale.ROOT).split("\\.", -1)) {
      Optional<String> encoded = label(label);
      if (encoded.isEmpty()) {
        return Optional.empty();
      }
      ascii.append(ascii.isEmpty() ? "" : ".").append(encoded.get());
    }
    return Optional.of(ascii.toString());
  }

  /** Labels with hyphens in third and fourth place are reserved (RFC 5891, 4.2.3.1). */
  private static boolean hasReservedHyphens(String domain) {
    for (String label : domain.split("\\.", -1)) {
      if (label.startsWith("--", 2)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> label(String label) {
    String unicode = label;
    if (label.startsWith("xn--")) {
      unicode = IDN.toUnicode(label);
      if (unicode.equals(label)) {
        return Optional.empty();
      }
    } else if (label.startsWith("--", 2)) {
      return Optional.empty();
    }
    if (!isLabel(unicode)) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(unicode, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Letters, marks, digits and hyphens, as RFC 5892 has it, with no mark or hyphen at the ends. */
  private static boolean isLabel(String label) {
    if (label.isEmpty()
        || label.startsWith("-")
        || label.endsWith("-")
        || EmailText.isMark(label.codePointAt(0))) {
      return false;
    }
    return label
        .codePoints()
        .allMatch(
            c -> Character.isLetterOrDigit(c) || EmailText.isMark(c) || c == '-' || c == '\u00b7');
  }

  private static boolean isLiteral(String domain) {
    if (!domain.endsWith("]")) {
      return false;
    }
    String inner = domain.substring(1, domain.length() - 1);
    return inner.regionMatches(true, 0, "IPv6:", 0, 5) ? isIpv6(inner.substring(5)) : isIpv4(inner);
  }

  private static boolean isIpv4(String text) {
    String[] bytes = text.split("\\.", -1);
    if (bytes.length != 4) {
      return false;
    }
    for (String part : bytes) {
      if (!BYTE.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }

  /** RFC 5321 (4.1.3): a double colon stands for at least two groups of zeros. */
  private static boolean isIpv6(String text) {
    int dot = text.indexOf('.');
    String groups = text;
    int needed = 8;
    if (dot >= 0) {
      int colon = text.lastIndexOf(':');
      if (colon < 0 || !isIpv4(text.substring(colon + 1))) {
        return false;
      }
      groups = text.substring(0, colon + 1);
      groups = groups.endsWith("::") ? groups : groups.substring(0, colon);
      needed = 6;
    }
    int gap = groups.indexOf("::");
    if (gap < 0) {
      return countGroups(groups) == needed;
    }
    int left = gap == 0 ? 0 : countGroups(groups.substring(0, gap));
    String rest = groups.substring(gap + 2);
    int right = rest.isEmpty() ? 0 : countGroups(rest);
    return left >= 0 && right >= 0 && left + right <= needed - 2;
  }

  /** Returns how many groups of hexadecimal digits there are, or a low number when others are. */
  private static int countGroups(String text) {
    String[] groups = text.split(":", -1);
    for (String group : groups) {
      if (!HEX.matcher(group).matches()) {
        return Integer.MIN_VALUE / 2;
      }
    }
    return groups.length;
  }
}
