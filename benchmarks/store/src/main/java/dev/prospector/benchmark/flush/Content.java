package dev.prospector.benchmark.flush;

import java.util.Arrays;

/** The bytes of a file, which grow as they are written. */
final class Content {

  private byte[] bytes;
  private int length;

  Content() {
    this(new byte[0], 0);
  }

  private Content(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  Content copy() {
    return new Content(Arrays.copyOf(bytes, length), length);
  }

  /** Writes a part of some bytes, of which the first belongs at the offset. */
  void put(long offset, byte[] source, int from, int to) {
    int end = Math.toIntExact(offset + to);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
    }
    length = Math.max(length, end);
    System.arraycopy(source, from, bytes, Math.toIntExact(offset + from), to - from);
  }

  void cut(int newLength) {
    bytes = Arrays.copyOf(Arrays.copyOf(bytes, Math.min(length, newLength)), newLength);
    length = newLength;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
