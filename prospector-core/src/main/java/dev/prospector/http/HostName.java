package dev.prospector.http;

import dev.prospector.error.InputException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of an address in one spelling. Resolvers and browsers read {@code 0177.0.0.1}, {@code
 * 127.1}, {@code 2130706433} and {@code 0x7f000001} in different ways, so a host that ends in a
 * number is four plain decimal numbers, or is refused.
 *
 * @param text lower case; a name in ASCII, four numbers, or IPv6 without brackets
 * @param address what a literal address names; empty for a name
 */
record HostName(String text, Optional<InetAddress> address) {

  private static final int LONGEST = 253;

  /** Older and newer rules of international names make two hosts of these. */
  private static final String DEVIATING = "\u00df\u1e9e\u03c2\u200c\u200d";

  private static final int LONGEST_LABEL = 63;
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,253}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,253}|0x[0-9a-f]{0,251}");
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern SIX = Pattern.compile("[0-9a-f:.]{2,45}");

  static HostName of(String written) {
    if (written.startsWith("[")) {
      return six(written);
    }
    String ascii = ascii(written);
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (!NAME.matcher(name).matches() || !hasLabels(name)) {
      throw refused("its host is no name of the internet");
    }
    if (!NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches()) {
      return new HostName(name, Optional.empty());
    }
    if (!name.equals(written) || !isFourNumbers(name)) {
      throw refused("its host is a number: write a name, or four decimal numbers without zeros");
    }
    return new HostName(name, Optional.of(literal(name)));
  }

  private static String ascii(String written) {
    if (written.chars().allMatch(c -> c < 0x80)) {
      return written.toLowerCase(Locale.ROOT);
    }
    if (written.length() > LONGEST || written.chars().anyMatch(c -> DEVIATING.indexOf(c) >= 0)) {
      throw refused("its host has two readings in ASCII: write the one that is meant");
    }
    try {
      return IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refused("its host is no name of the internet");
    }
  }

  private static boolean hasLabels(String name) {
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > LONGEST_LABEL) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFourNumbers(String name) {
    String[] parts = name.split("\\.", -1);
    for (String part : parts) {
      if (!OCTET.matcher(part).matches() || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static HostName six(String written) {
    String inner = written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
    if (!SIX.matcher(inner).matches() || !inner.contains(":")) {
      throw refused("its host is no IPv6 address");
    }
    return new HostName(inner, Optional.of(literal(inner)));
  }

  /** Not looked up: the platform only reads what is written as an address. */
  private static InetAddress literal(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw refused("its host is no IP address");
    }
  }

  private static InputException refused(String why) {
    return HttpUrl.refused(why);
  }

  /** As it stands in an address. */
  String inUrl() {
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
