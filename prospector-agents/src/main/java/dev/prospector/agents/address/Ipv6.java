package dev.prospector.agents.address;

import java.util.Arrays;
import java.util.Optional;

/** IPv6 addresses: the text forms of RFC 4291, serialised as RFC 5952 recommends. */
final class Ipv6 {

  private static final int PIECES = 8;

  private Ipv6() {}

  /** Returns the shortest lower case form, or empty when the text is not an address. */
  static Optional<String> parse(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    int[] head = pieces(gap < 0 ? text : text.substring(0, gap), gap < 0);
    int[] tail = pieces(gap < 0 ? "" : text.substring(gap + 2), true);
    int given = head.length + tail.length;
    boolean malformed = contains(head, -1) || contains(tail, -1);
    if (malformed || (gap < 0 ? given != PIECES : given >= PIECES)) {
      return Optional.empty();
    }
    int[] address = Arrays.copyOf(head, PIECES);
    System.arraycopy(tail, 0, address, PIECES - tail.length, tail.length);
    return Optional.of(serialize(address));
  }

  private static boolean contains(int[] pieces, int value) {
    return Arrays.stream(pieces).anyMatch(piece -> piece == value);
  }

  /** Returns the pieces between single colons; a malformed one is -1. */
  private static int[] pieces(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    String last = parts[parts.length - 1];
    boolean ipv4 = mayEndInIpv4 && last.indexOf('.') >= 0;
    int[] pieces = new int[parts.length + (ipv4 ? 1 : 0)];
    for (int i = 0; i < parts.length - (ipv4 ? 1 : 0); i++) {
      pieces[i] = piece(parts[i]);
    }
    if (ipv4) {
      long address = dottedDecimal(last);
      pieces[parts.length - 1] = address < 0 ? -1 : (int) (address >> 16);
      pieces[parts.length] = address < 0 ? -1 : (int) (address & 0xFFFF);
    }
    return pieces;
  }

  private static int piece(String hex) {
    boolean valid = !hex.isEmpty() && hex.length() <= 4;
    return valid && hex.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)
        ? Integer.parseInt(hex, 16)
        : -1;
  }

  private static long dottedDecimal(String text) {
    String[] parts = text.split("\\.", -1);
    long address = parts.length == 4 ? 0 : -1;
    for (int i = 0; i < parts.length && address >= 0; i++) {
      boolean plain = parts[i].matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(parts[i]) < 256;
      address = plain ? address << 8 | Integer.parseInt(parts[i]) : -1;
    }
    return address;
  }

  private static String serialize(int[] address) {
    int gap = longestZeros(address);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < PIECES; i++) {
      if (i == gap) {
        out.append(i == 0 ? "::" : ":");
        while (i < PIECES && address[i] == 0) {
          i++;
        }
        i--;
      } else {
        out.append(Integer.toHexString(address[i])).append(i == PIECES - 1 ? "" : ":");
      }
    }
    return out.toString();
  }

  /** Returns the start of the first longest run of at least two zero pieces, or -1. */
  private static int longestZeros(int[] address) {
    int longest = -1;
    int length = 1;
    for (int start = 0; start < PIECES; start++) {
      int end = start;
      while (end < PIECES && address[end] == 0) {
        end++;
      }
      if (end - start > length) {
        longest = start;
        length = end - start;
      }
      start = Math.max(start, end - 1);
    }
    return longest;
  }
}
