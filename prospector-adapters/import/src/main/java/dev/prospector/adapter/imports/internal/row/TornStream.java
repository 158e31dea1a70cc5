package dev.prospector.adapter.imports.internal.row;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A compressed stream that ends where it breaks off, and says so. */
final class TornStream extends FilterInputStream {

  private @Nullable String breakOff;

  TornStream(InputStream in) {
    super(in);
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
      return super.read(target, offset, length);
    } catch (EOFException e) {
      breakOff = "the compressed file ends in the middle";
      return -1;
    } catch (ZipException e) {
      breakOff = "the compressed file is damaged: " + e.getMessage();
      return -1;
    }
  }
}
