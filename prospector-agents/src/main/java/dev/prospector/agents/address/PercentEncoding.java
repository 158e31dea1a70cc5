package dev.prospector.agents.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The percent-encode sets of the URL Standard: which ASCII characters each part must not hold. */
enum PercentEncoding {
  PATH(" \"#<>?^`{}"),
  QUERY(" \"#<>'"),
  FRAGMENT(" \"<>`");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String encoded;

  PercentEncoding(String encoded) {
    this.encoded = encoded;
  }

  /** Returns the text with the set's characters, controls and everything beyond ASCII encoded. */
  String encode(String text) {
    if (text.chars().noneMatch(this::isEncoded)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int value = b & 0xFF;
      if (isEncoded(value)) {
        out.append('%').append(HEX.toHexDigits(b));
      } else {
        out.append((char) value);
      }
    }
    return out.toString();
  }

  private boolean isEncoded(int c) {
    return c < ' ' || c > '~' || encoded.indexOf(c) >= 0;
  }

  /** Returns the text with every valid escape decoded as UTF-8; bad bytes become U+FFFD. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (isEscape(bytes, i)) {
        out.write(HexFormat.fromHexDigit(bytes[i + 1]) * 16 + HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static boolean isEscape(byte[] bytes, int index) {
    return bytes[index] == '%'
        && index + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[index + 1])
        && HexFormat.isHexDigit(bytes[index + 2]);
  }
}
