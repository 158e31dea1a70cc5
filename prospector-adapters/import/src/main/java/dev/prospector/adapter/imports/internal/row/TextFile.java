package dev.prospector.adapter.imports.internal.row;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a text file of unknown encoding, compressed or not, judging by its first bytes. */
final class TextFile {

  private static final int SAMPLE = 512;

  private TextFile() {}

  /** Returns the file's characters, without byte order mark. */
  static Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      byte[] magic = peek(in, 2);
      if (magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
        in = new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16);
      }
      return decode(in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Reader decode(InputStream in) throws IOException {
    byte[] start = peek(in, SAMPLE);
    if (begins(start, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
    } else if (begins(start, 0xff, 0xfe) || begins(start, 0xfe, 0xff)) {
      return new InputStreamReader(in, StandardCharsets.UTF_16);
    } else if (zeros(start, 1) > start.length / 4) {
      return utf16(in, StandardCharsets.UTF_16LE);
    } else if (zeros(start, 0) > start.length / 4) {
      return utf16(in, StandardCharsets.UTF_16BE);
    }
    return new LenientReader(in);
  }

  private static Reader utf16(InputStream in, Charset charset) {
    return new InputStreamReader(in, charset);
  }

  /** In UTF-16 every second byte of Latin text is zero; in a text of one byte each, none is. */
  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean begins(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] peek(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] bytes = in.readNBytes(length);
    in.reset();
    return bytes;
  }
}
