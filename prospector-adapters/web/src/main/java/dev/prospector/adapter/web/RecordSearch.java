package dev.prospector.adapter.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Finds where the next record of a WARC file may begin, after one that is damaged. */
final class RecordSearch {

  private static final int PIECE = 1 << 16;

  /** A record after a line end, and a gzip member that holds one (RFC 1952, section 2.3.1). */
  private static final byte[] PLAIN = "\nWARC/1.".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] MEMBER = {0x1f, (byte) 0x8b, 8};

  private RecordSearch() {}

  /** Returns the offset of the first such place after an offset, or -1 if there is none. */
  static long after(Path file, long offset, boolean compressed) throws IOException {
    byte[] mark = compressed ? MEMBER : PLAIN;
    try (FileChannel channel = FileChannel.open(file)) {
      long found = find(channel, offset + 1, mark);
      return found < 0 || compressed ? found : found + 1; // Behind the line end.
    }
  }

  private static long find(FileChannel channel, long from, byte[] mark) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    for (long start = from; ; start += PIECE - mark.length) {
      piece.clear();
      while (piece.hasRemaining() && channel.read(piece, start + piece.position()) > 0) {
        continue;
      }
      for (int i = 0; i + mark.length <= piece.position(); i++) {
        if (matches(piece.array(), i, mark)) {
          return start + i;
        }
      }
      if (piece.hasRemaining()) {
        return -1;
      }
    }
  }

  private static boolean matches(byte[] bytes, int at, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a file begins as a gzip member does. */
  static boolean isCompressed(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer start = ByteBuffer.allocate(MEMBER.length);
      return channel.read(start, 0) == MEMBER.length && matches(start.array(), 0, MEMBER);
    }
  }
}
