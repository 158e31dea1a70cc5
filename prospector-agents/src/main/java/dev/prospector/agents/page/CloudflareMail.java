package dev.prospector.agents.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads mail addresses that Cloudflare hides: hexadecimal bytes, the first one xor-ed on the rest.
 */
final class CloudflareMail {

  private static final int MAX_KEY = 1_000;

  private CloudflareMail() {}

  static Optional<String> decode(String key) {
    int length = key.length();
    if (length < 8 || length > MAX_KEY || length % 2 != 0) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length / 2 - 1];
    int mask = octet(key, 0);
    for (int i = 0; i < bytes.length; i++) {
      int octet = octet(key, 2 * i + 2);
      if (octet < 0 || mask < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) (octet ^ mask);
    }
    String mail = SafeText.oneLine(new String(bytes, StandardCharsets.UTF_8));
    return mail.indexOf('@') > 0 ? Optional.of(mail) : Optional.empty();
  }

  private static int octet(String key, int at) {
    int high = Character.digit(key.charAt(at), 16);
    int low = Character.digit(key.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
