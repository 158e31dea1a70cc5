package dev.prospector.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others: private, loopback, link-local, shared,
 * multicast, documentation and reserved ones, by the registries of IANA for special purposes (RFC
 * 6890). Nor are those public at which clouds serve the machines that run in them, such as Azure's
 * 168.63.129.16, although they lie among the others. An IPv6 address that carries an IPv4 address
 * (mapped, 6to4, NAT64, ISATAP) is as public as that one.
 */
public final class PublicAddresses {

  private static final List<Block> NOT_PUBLIC =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4),
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          Block.of("3fff::", 20));

  /** Reached from inside of a cloud alone, and trusted there: metadata, names, private doors. */
  private static final List<Block> OF_CLOUDS =
      List.of(
          Block.of("168.63.129.16", 32), // Azure
          Block.of("161.26.0.0", 16), // IBM
          Block.of("166.8.0.0", 14), // IBM
          Block.of("35.199.192.0", 19), // Google
          Block.of("199.36.153.4", 30), // Google
          Block.of("199.36.153.8", 30), // Google
          Block.of("192.80.8.124", 32)); // Equinix

  /** All of IPv6 that is given out to the public lies here; what is outside is special. */
  private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
  private static final Block NAT64 = Block.of("64:ff9b::", 96);
  private static final Block COMPATIBLE = Block.of("::", 96);
  private static final Block MAPPED = new Block(mapped(), 96);

  private PublicAddresses() {}

  /** Returns whether an address is one of the public internet. */
  public static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isOrdinary(bytes);
    }
    if (MAPPED.contains(bytes) || NAT64.contains(bytes) || COMPATIBLE.contains(bytes)) {
      return isOrdinary(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isOrdinary(Arrays.copyOfRange(bytes, 2, 6));
    }
    if (isIsatap(bytes) && !isOrdinary(Arrays.copyOfRange(bytes, 12, 16))) {
      return false;
    }
    return GLOBAL_UNICAST.contains(bytes) && isOrdinary(bytes);
  }

  private static boolean isOrdinary(byte[] bytes) {
    return Stream.concat(NOT_PUBLIC.stream(), OF_CLOUDS.stream())
        .noneMatch(block -> block.contains(bytes));
  }

  /** RFC 5214: {@code 0:5efe} or {@code 200:5efe}, then an IPv4 address, under any prefix. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  /** {@code ::ffff:0:0}, which the platform would read as an IPv4 address. */
  private static byte[] mapped() {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    return bytes;
  }

  private record Block(byte[] prefix, int bits) {

    static Block of(String literal, int bits) {
      try {
        return new Block(InetAddress.getByName(literal).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new AssertionError("not a literal address: " + literal, e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
