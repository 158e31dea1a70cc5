package dev.prospector.adapter.imports.internal.row;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream that ends where it breaks off, or turns out to be a bomb, and says so. Lists
 * unpack to some ten times their size; more than a thousand times is what the format allows.
 */
final class TornStream extends FilterInputStream {

  private static final int MOST_TIMES = 500;

  /** Below that any list is read. */
  private static final long ALWAYS_READ = 64L << 20;

  private final Counted packed;
  private long unpacked;
  private @Nullable String breakOff;

  private TornStream(Counted packed) throws IOException {
    super(new GZIPInputStream(packed, 1 << 16));
    this.packed = packed;
  }

  /** Unpacks a gzip file. */
  static TornStream unpacking(InputStream packed) throws IOException {
    return new TornStream(new Counted(packed));
  }

  Optional<String> breakOff() {
    return Optional.ofNullable(breakOff);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (breakOff != null) {
      return -1;
    }
    try {
      int read = super.read(target, offset, length);
      unpacked += Math.max(0, read);
      if (unpacked > ALWAYS_READ && unpacked > packed.bytes * MOST_TIMES) {
        breakOff = "the compressed file unpacks to more than " + MOST_TIMES + " times its size";
        return -1;
      }
      return read;
    } catch (EOFException e) {
      breakOff = "the compressed file ends in the middle";
      return -1;
    } catch (ZipException e) {
      breakOff = "the compressed file is damaged: " + e.getMessage();
      return -1;
    }
  }

  /** Counts what is read of the compressed file. */
  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
