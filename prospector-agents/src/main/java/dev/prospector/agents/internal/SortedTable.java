package dev.prospector.agents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that ships as lines of UTF-8 in the order of their bytes, and is looked up as it lies:
 * nothing is parsed when it is read, which would take longer than all that one lead asks of it.
 *
 * <p>A line is a key, or a key, a semicolon and a value. Comments stand before the first key and
 * begin with a hash. Immutable and safe for several threads.
 */
public final class SortedTable {

  private final byte[] bytes;

  private SortedTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads a table that stands beside a class. */
  public static SortedTable read(Class<?> neighbour, String resource) {
    try (InputStream in = neighbour.getResourceAsStream(resource)) {
      return new SortedTable(Objects.requireNonNull(in, resource).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Returns whether a line is the key and nothing else. */
  public boolean contains(String key) {
    byte[] sought = key.getBytes(StandardCharsets.UTF_8);
    int line = firstFrom(sought);
    return line < bytes.length && lineEnd(line) - line == sought.length && starts(line, sought);
  }

  /** Returns whether a key of the table begins so. */
  public boolean hasKeyWith(String beginning) {
    byte[] sought = beginning.getBytes(StandardCharsets.UTF_8);
    return starts(firstFrom(sought), sought);
  }

  /** Returns the value of a key; of several, that of its first line. */
  public Optional<String> value(String key) {
    byte[] sought = withSemicolon(key);
    int line = firstFrom(sought);
    return starts(line, sought) ? Optional.of(value(line, sought)) : Optional.empty();
  }

  /** Returns the values of all lines of a key, in their order. */
  public List<String> values(String key) {
    byte[] sought = withSemicolon(key);
    List<String> values = new ArrayList<>();
    for (int line = firstFrom(sought); starts(line, sought); line = lineEnd(line) + 1) {
      values.add(value(line, sought));
    }
    return values;
  }

  private static byte[] withSemicolon(String key) {
    byte[] written = key.getBytes(StandardCharsets.UTF_8);
    byte[] sought = Arrays.copyOf(written, written.length + 1);
    sought[written.length] = ';';
    return sought;
  }

  private String value(int line, byte[] sought) {
    int start = line + sought.length;
    return new String(bytes, start, lineEnd(line) - start, StandardCharsets.UTF_8);
  }

  /** Returns the start of the first line that is not before the sought bytes. */
  private int firstFrom(byte[] sought) {
    int low = 0;
    int high = bytes.length;
    while (low < high) {
      int line = lineStart((low + high) >>> 1);
      int end = lineEnd(line);
      if (Arrays.compareUnsigned(bytes, line, end, sought, 0, sought.length) < 0) {
        low = Math.min(end + 1, bytes.length);
      } else {
        high = line;
      }
    }
    return low;
  }

  private int lineStart(int within) {
    int start = within;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int lineEnd(int within) {
    int end = within;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean starts(int line, byte[] sought) {
    int end = line + sought.length;
    return end <= bytes.length && Arrays.equals(bytes, line, end, sought, 0, sought.length);
  }
}
