package dev.prospector.adapter.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads bodies up to a bound, and undoes their content coding (RFC 9110, section 8.4). */
final class BodyReader {

  /** A body cannot be had; the message says why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  private final long mostBytes;

  BodyReader(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  byte[] read(InputStream body, String coding) throws IOException, Unreadable {
    InputStream plain = new BufferedInputStream(body);
    String[] codings = coding.toLowerCase(Locale.ROOT).split(",");
    for (int i = codings.length - 1; i >= 0; i--) {
      plain = decoded(plain, codings[i].strip());
    }
    byte[] bytes = plain.readNBytes((int) Math.min(mostBytes + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > mostBytes) {
      throw new Unreadable("the body is larger than " + mostBytes + " bytes");
    }
    return bytes;
  }

  /** Some archives keep the header of a coding that they have undone: the bytes decide. */
  private static InputStream decoded(InputStream in, String coding) throws IOException, Unreadable {
    return switch (coding) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> startsWith(in, 0x1f, 0x8b) ? buffered(new GZIPInputStream(in)) : in;
      case "deflate" -> inflated(in);
      default -> throw new Unreadable("the content coding '" + coding + "' is not supported");
    };
  }

  /** With the header of zlib as the standard says, or without as some servers do. */
  private static InputStream inflated(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    boolean zlib = (first & 0x0f) == 8 && ((first << 8) + second) % 31 == 0;
    return buffered(new InflaterInputStream(in, new Inflater(!zlib)));
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in);
  }

  private static boolean startsWith(InputStream in, int first, int second) throws IOException {
    in.mark(2);
    boolean same = in.read() == first && in.read() == second;
    in.reset();
    return same;
  }
}
