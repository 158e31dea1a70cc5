package dev.prospector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  /** The first and the last address of each special block, and what lies just outside of it. */
  @ParameterizedTest
  @CsvSource({
    "-,0.0.0.0,0.255.255.255,1.0.0.0",
    "9.255.255.255,10.0.0.0,10.255.255.255,11.0.0.0",
    "100.63.255.255,100.64.0.0,100.127.255.255,100.128.0.0",
    "126.255.255.255,127.0.0.0,127.255.255.255,128.0.0.0",
    "169.253.255.255,169.254.0.0,169.254.255.255,169.255.0.0",
    "172.15.255.255,172.16.0.0,172.31.255.255,172.32.0.0",
    "191.255.255.255,192.0.0.0,192.0.0.255,192.0.1.0",
    "192.0.1.255,192.0.2.0,192.0.2.255,192.0.3.0",
    "192.88.98.255,192.88.99.0,192.88.99.255,192.88.100.0",
    "192.167.255.255,192.168.0.0,192.168.255.255,192.169.0.0",
    "198.17.255.255,198.18.0.0,198.19.255.255,198.20.0.0",
    "198.51.99.255,198.51.100.0,198.51.100.255,198.51.101.0",
    "203.0.112.255,203.0.113.0,203.0.113.255,203.0.114.0",
    "223.255.255.255,224.0.0.0,255.255.255.255,-",
    "2000:ffff::,2001::,2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff,2001:200::",
    "2001:db7::,2001:db8::,2001:db8:ffff::ffff,2001:db9::",
    "-,fc00::,fdff::,-",
    "-,fe80::,febf::,-",
    "-,ff00::,ffff::,-",
    "168.63.129.15,168.63.129.16,168.63.129.16,168.63.129.17",
    "161.25.255.255,161.26.0.0,161.26.255.255,161.27.0.0",
    "166.7.255.255,166.8.0.0,166.11.255.255,166.12.0.0",
    "35.199.191.255,35.199.192.0,35.199.223.255,35.199.224.0",
    "199.36.153.3,199.36.153.4,199.36.153.11,199.36.153.12",
    "192.80.8.123,192.80.8.124,192.80.8.124,192.80.8.125",
    "-,fd00:ec2::254,fd20:ce::254,-",
    "-,192.0.0.192,192.0.0.192,-",
    "-,100.100.100.200,100.100.100.200,-",
    "-,64:ff9b:1::,64:ff9b:1:ffff::,-",
    "-,::,::1,-",
    "-,100::,1fff::,2606:4700::1111"
  })
  void aSpecialBlockIsNotPublicFromItsFirstAddressToItsLast(
      String before, String first, String last, String after) throws Exception {
    assertThat(isPublic(first)).as(first).isFalse();
    assertThat(isPublic(last)).as(last).isFalse();
    for (String outside : new String[] {before, after}) {
      assertThat(outside.equals("-") || isPublic(outside)).as(outside).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:c0a8:1::",
        "2002:7f00:1::1",
        "2606:4700::5efe:10.0.0.1",
        "2606:4700::200:5efe:127.0.0.1",
        "64:ff9b::168.63.129.16",
        "2002:a83f:8110::"
      })
  void aCarriedAddressCounts(String literal) throws Exception {
    assertThat(isPublic(literal)).isFalse();
  }

  @Test
  void aCarriedPublicAddressIsPublic() throws Exception {
    assertThat(isPublic("64:ff9b::8.8.8.8")).isTrue();
    assertThat(isPublic("2002:808:808::1")).isTrue();
  }

  /**
   * The platform turns the text of such an address into IPv4, but a resolver may give its bytes.
   */
  @Test
  void aMappedAddressIsLookedThrough() throws Exception {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, 10, 12, (byte) 0xff);
    System.arraycopy(new byte[] {127, 0, 0, 1}, 0, bytes, 12, 4);
    assertThat(PublicAddresses.contains(Inet6Address.getByAddress("host", bytes, 0))).isFalse();
    System.arraycopy(new byte[] {8, 8, 8, 8}, 0, bytes, 12, 4);
    assertThat(PublicAddresses.contains(Inet6Address.getByAddress("host", bytes, 0))).isTrue();
  }

  @Test
  void unusualSpellingsOfPrivateAddressesAreTheSameAddresses() throws Exception {
    assertThat(isPublic("2130706433")).isFalse();
    assertThat(isPublic("3232235521")).isFalse();
    assertThat(isPublic("::ffff:192.0.2.1")).isFalse();
  }

  private static boolean isPublic(String literal) throws Exception {
    return PublicAddresses.contains(InetAddress.getByName(literal));
  }
}
