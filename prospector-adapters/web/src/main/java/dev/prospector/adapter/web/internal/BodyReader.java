package dev.prospector.adapter.web.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Reads bodies up to a bound, and undoes their content coding (RFC 9110, section 8.4). */
public final class BodyReader {

  /** A body cannot be had; the message says why. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why. */
    public Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  private static final int MOST_CODINGS = 2;
  private static final int FREE_BYTES = 1 << 20;
  private static final int MOST_RATIO = 100;

  private final long mostBytes;

  /** Reads bodies of at most so many bytes after decompression. */
  public BodyReader(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Returns the whole body with its coding undone.
   *
   * @throws Unreadable if it is too large, expands too much, or is coded in a way that is not known
   */
  public byte[] read(InputStream body, String coding) throws IOException, Unreadable {
    Counted counted = new Counted(body);
    InputStream plain = new BufferedInputStream(counted);
    String[] codings = coding.toLowerCase(Locale.ROOT).split(",");
    if (codings.length > MOST_CODINGS) {
      throw new Unreadable("more than " + MOST_CODINGS + " content codings");
    }
    for (int i = codings.length - 1; i >= 0; i--) {
      plain = decoded(plain, codings[i].strip());
    }
    byte[] bytes = plain.readNBytes((int) Math.min(mostBytes + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > mostBytes) {
      throw new Unreadable("the body is larger than " + mostBytes + " bytes");
    }
    if (bytes.length > FREE_BYTES && bytes.length / MOST_RATIO > counted.count) {
      throw new Unreadable("the body expands to more than " + MOST_RATIO + " times its size");
    }
    return bytes;
  }

  /** Knows how many bytes were read. */
  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  /** Some archives keep the header of a coding that they have undone: the bytes decide. */
  private static InputStream decoded(InputStream in, String coding) throws IOException, Unreadable {
    return switch (coding) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> startsWith(in, 0x1f, 0x8b) ? buffered(new GZIPInputStream(in)) : in;
      case "deflate" -> inflated(in);
      case "br" -> buffered(new BrotliInputStream(in));
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
