package dev.prospector.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads so many bytes; one more is an error. */
final class BoundedInput extends InputStream {

  private final InputStream from;
  private long left;

  BoundedInput(InputStream from, long most) {
    this.from = from;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = from.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = from.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new TooLargeException("body");
    }
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
