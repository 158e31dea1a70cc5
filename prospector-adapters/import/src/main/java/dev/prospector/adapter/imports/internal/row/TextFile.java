package dev.prospector.adapter.imports.internal.row;

import dev.prospector.error.InputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text file of unknown encoding, compressed or not, told by its first bytes. */
final class TextFile implements Closeable {

  private static final int SAMPLE = 4096;

  private final Reader reader;
  private final @Nullable TornStream compressed;

  private TextFile(Reader reader, @Nullable TornStream compressed) {
    this.reader = reader;
    this.compressed = compressed;
  }

  /**
   * Opens a file.
   *
   * @throws InputException if it is no text, saying what it is
   */
  static TextFile open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      byte[] magic = peek(in, 2);
      TornStream compressed = null;
      if (magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
        compressed = TornStream.unpacking(in);
        in = new BufferedInputStream(compressed, 1 << 16);
      }
      return new TextFile(decode(in), compressed);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Returns the file's characters, without byte order mark. */
  Reader reader() {
    return reader;
  }

  /** Returns why the file ended before its end, if it did so far. */
  Optional<String> breakOff() {
    return compressed == null ? Optional.empty() : compressed.breakOff();
  }

  private static Reader decode(InputStream in) throws IOException {
    byte[] start = peek(in, SAMPLE);
    Optional<Charset> wide = WideEncoding.of(start);
    if (wide.isPresent()) {
      return new InputStreamReader(in, wide.get());
    }
    BinaryKind.of(start)
        .ifPresent(
            kind -> {
              throw new InputException("this is " + kind + ", and no list");
            });
    if (WideEncoding.begins(start, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
    }
    return new LenientReader(in);
  }

  static byte[] peek(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] bytes = in.readNBytes(length);
    in.reset();
    return bytes;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The encodings of more than one byte, which a file that is one only of Latin text shows. */
  static final class WideEncoding {

    private WideEncoding() {}

    static Optional<Charset> of(byte[] start) {
      if (begins(start, 0xff, 0xfe, 0, 0) || begins(start, 0, 0, 0xfe, 0xff)) {
        return Optional.of(Charset.forName("UTF-32"));
      }
      if (begins(start, 0xff, 0xfe) || begins(start, 0xfe, 0xff)) {
        return Optional.of(StandardCharsets.UTF_16);
      }
      return unmarked(start);
    }

    /** Nearly all characters of a list are below U+0100: their high bytes are zero, and no low. */
    private static Optional<Charset> unmarked(byte[] start) {
      double[] zeros = new double[4];
      for (int i = 0; i < start.length; i++) {
        zeros[i % 4] += start[i] == 0 ? 4.0 / start.length : 0;
      }
      if (zeros[1] > .8 && zeros[2] > .8 && zeros[3] > .8 && zeros[0] < .1) {
        return Optional.of(Charset.forName("UTF-32LE"));
      }
      if (zeros[0] > .8 && zeros[1] > .8 && zeros[2] > .8 && zeros[3] < .1) {
        return Optional.of(Charset.forName("UTF-32BE"));
      }
      if (zeros[1] + zeros[3] > 1.2 && zeros[0] + zeros[2] < .1) {
        return Optional.of(StandardCharsets.UTF_16LE);
      }
      return zeros[0] + zeros[2] > 1.2 && zeros[1] + zeros[3] < .1
          ? Optional.of(StandardCharsets.UTF_16BE)
          : Optional.empty();
    }

    static boolean begins(byte[] bytes, int... expected) {
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
  }
}
