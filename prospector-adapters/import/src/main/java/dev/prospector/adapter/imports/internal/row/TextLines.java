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

  private final TextFile file;
  private final Reader reader;
  private final char[] buffer = new char[1 << 15];
  private final Deque<Line> returned = new ArrayDeque<>();
  private int position;
  private int limit;
  private long number;

  /**
   * One line.
   *
   * @param cut whether it was longer than {@link #LONGEST}
   * @param open whether the file ends in it, without a line break
   */
  record Line(long number, String text, boolean cut, boolean open) {}

  TextLines(TextFile file) {
    this.file = file;
    this.reader = file.reader();
  }

  /** Returns why the file ended before its end, if it did so far. */
  Optional<String> breakOff() {
    return file.breakOff().map(why -> "line " + number + ": " + why);
  }

  /** Returns the next line, null at the end. */
  @Nullable Line next() throws IOException {
    return returned.isEmpty() ? read() : returned.poll();
  }

  /** Makes lines come again, the given ones before all others. */
  void putBack(Iterable<Line> lines) {
    Deque<Line> reversed = new ArrayDeque<>();
    lines.forEach(reversed::push);
    reversed.forEach(returned::push);
  }

  private @Nullable Line read() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean cut = false;
    boolean any = false;
    boolean open = true;
    while (position < limit || fill()) {
      any = true;
      int end = position;
      while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      int room = Math.min(end - position, LONGEST - text.length());
      text.append(buffer, position, room);
      cut |= room < end - position;
      position = end;
      if (end < limit) {
        skipBreak();
        open = false;
        break;
      }
    }
    return any ? new Line(++number, text.toString(), cut, open) : null;
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
