package dev.prospector.adapter.imports.internal.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Reads UTF-8, and every byte that is none as windows-1252. Lists are pasted together from several
 * sources: one line in another encoding must not spoil the rest, and text in windows-1252 hardly
 * ever looks like UTF-8.
 */
final class LenientReader extends Reader {

  private static final char[] WINDOWS = windows();

  private final InputStream in;
  private final byte[] bytes = new byte[1 << 16];
  private int position;
  private int limit;
  private int pendingLow = -1;

  LenientReader(InputStream in) {
    this.in = in;
  }

  private static char[] windows() {
    char[] chars = new char[256];
    Charset charset = Charset.forName("windows-1252");
    for (int b = 0; b < 256; b++) {
      chars[b] = new String(new byte[] {(byte) b}, charset).charAt(0);
    }
    return chars;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (pendingLow >= 0) {
        target[offset + written++] = (char) pendingLow;
        pendingLow = -1;
        continue;
      }
      if (limit - position < 4 && !fill() && position == limit) {
        break;
      }
      int b = bytes[position];
      target[offset + written++] = b >= 0 ? ascii(b) : beyondAscii();
    }
    return written == 0 && length > 0 ? -1 : written;
  }

  private char ascii(int b) {
    position++;
    return (char) b;
  }

  /** Keeps at least four bytes at hand while there are any; returns whether it read some. */
  private boolean fill() throws IOException {
    System.arraycopy(bytes, position, bytes, 0, limit - position);
    limit -= position;
    position = 0;
    int read = in.read(bytes, limit, bytes.length - limit);
    if (read > 0) {
      limit += read;
    }
    return read > 0;
  }

  private char beyondAscii() {
    int length = sequenceLength(bytes[position] & 0xff);
    int code = length == 0 ? -1 : decode(length);
    if (code < 0) {
      return WINDOWS[bytes[position++] & 0xff];
    }
    position += length;
    if (code < 0x10000) {
      return (char) code;
    }
    pendingLow = Character.lowSurrogate(code);
    return Character.highSurrogate(code);
  }

  private static int sequenceLength(int lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
      return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      return 3;
    }
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  }

  /** Returns the code point, or -1 when the bytes are no well-formed sequence. */
  private int decode(int length) {
    if (limit - position < length) {
      return -1;
    }
    int code = bytes[position] & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      int b = bytes[position + i];
      if ((b & 0xc0) != 0x80) {
        return -1;
      }
      code = code << 6 | b & 0x3f;
    }
    boolean overlong = length == 3 && code < 0x800 || length == 4 && code < 0x10000;
    boolean surrogate = code >= 0xd800 && code <= 0xdfff;
    return overlong || surrogate || code > 0x10ffff ? -1 : code;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
