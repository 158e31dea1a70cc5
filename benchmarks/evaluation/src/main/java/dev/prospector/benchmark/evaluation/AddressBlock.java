package dev.prospector.benchmark.evaluation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A block of addresses, such as {@code 10.0.0.0/8}. */
record AddressBlock(byte[] prefix, int bits) {

  static AddressBlock of(String written) throws UnknownHostException {
    int slash = written.indexOf('/');
    String address = slash < 0 ? written : written.substring(0, slash);
    byte[] prefix = InetAddress.getByName(address).getAddress();
    int bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(written.substring(slash + 1));
    return new AddressBlock(prefix, bits);
  }

  /** Returns the first and the last address. */
  List<InetAddress> ends() throws UnknownHostException {
    byte[] last = prefix.clone();
    for (int bit = bits; bit < last.length * 8; bit++) {
      last[bit / 8] |= (byte) (0x80 >> bit % 8);
    }
    return List.of(address(prefix), address(last));
  }

  private static InetAddress address(byte[] bytes) throws UnknownHostException {
    return bytes.length == 16
        ? Inet6Address.getByAddress("host", bytes, 0)
        : InetAddress.getByAddress(bytes);
  }
}
