package dev.prospector.adapter.imports.internal.row;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a text, numbered from 1, without their breaks; what was read can be put back. */
final class TextLines implements Closeable {

  /** Longer lines are cut here, and said to be so. */
  static final int LONGEST = 32 << 20;

  /** At a line that goes on for longer the text breaks off: a few bytes can unpack to gigabytes. */
  private static final int ENDLESS = 2 * LONGEST;

  private final TextFile file;
  private final Reader reader;
  private final char[] buffer = new char[1 << 15];
  private final Deque<Line> returned = new ArrayDeque<>();
  private int position;
  private int limit;
  private long number;
  private boolean endless;

  /**
   * One line.
   *
   * @param cut whether it was longer than what is kept of a line
   * @param open whether the file ends in it, without a line break
   */
  record Line(long number, String text, boolean cut, boolean open) {}

  TextLines(TextFile file) {
    this.file = file;
    this.reader = file.reader();
  }

  /** Returns why the file ended before its end, if it did so far. */
  Optional<String> breakOff() {
    Optional<String> why =
        endless
            ? Optional.of("it does not end within " + ENDLESS + " characters")
            : file.breakOff();
    return why.map(reason -> "line " + number + ": " + reason);
  }

  /** Returns the next line, null at the end. */
  @Nullable Line next() throws IOException {
    return returned.isEmpty() ? read(LONGEST, ENDLESS) : returned.poll();
  }

  /** Returns the first line, or its beginning where it is longer; the rest of it is not read. */
  @Nullable Line first(int longest) throws IOException {
    return read(longest, longest);
  }

  /** Makes lines come again, the given ones before all others. */
  void putBack(Iterable<Line> lines) {
    Deque<Line> reversed = new ArrayDeque<>();
    lines.forEach(reversed::push);
    reversed.forEach(returned::push);
  }

  /**
   * Reads a line.
   *
   * @param longest so many characters of it are kept
   * @param endless after so many it is not read on, and the text ends in it
   */
  private @Nullable Line read(int longest, int endless) throws IOException {
    if (this.endless) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    long length = 0;
    boolean open = true;
    while (length <= endless && (position < limit || fill())) {
      int end = position;
      while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      text.append(buffer, position, Math.min(end - position, longest - text.length()));
      length += end - position;
      position = end;
      if (end < limit) {
        skipBreak();
        open = false;
        break;
      }
    }
    this.endless = length > endless;
    if (length == 0 && open) {
      return null;
    }
    return new Line(++number, text.toString(), length > longest, open);
  }

  private void skipBreak() throws IOException {
    boolean carriageReturn = buffer[position++] == '\r';
    if (carriageReturn && (position < limit || fill()) && buffer[position] == '\n') {
      position++;
    }
  }

  private boolean fill() throws IOException {
    int read = reader.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
