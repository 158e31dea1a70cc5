package dev.prospector.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints text for people: characters that would steer the terminal, or turn the direction of what
 * is read, are shown as such, such as {@code \\u001b}. Names, headers and titles come from lists
 * and pages.
 */
final class VisibleStream extends PrintStream {

  private final PrintStream raw;

  VisibleStream(PrintStream raw) {
    super(new Visible(raw), false, StandardCharsets.UTF_8);
    this.raw = raw;
  }

  PrintStream raw() {
    return raw;
  }

  @Override
  public boolean checkError() {
    super.flush();
    return raw.checkError();
  }

  /** Works on UTF-8 as it comes, which may be cut anywhere. */
  private static final class Visible extends OutputStream {

    private static final int DELETE = 0x7f;

    private final PrintStream raw;

    /** The beginning of a character of which the rest decides. */
    private int first = -1;

    private int second = -1;

    Visible(PrintStream raw) {
      this.raw = raw;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      ByteArrayOutputStream shown = new ByteArrayOutputStream(length + 16);
      for (int i = from; i < from + length; i++) {
        take(bytes[i] & 0xff, shown);
      }
      byte[] all = shown.toByteArray();
      raw.write(all, 0, all.length);
    }

    private void take(int b, ByteArrayOutputStream shown) {
      if (first < 0) {
        begin(b, shown);
      } else if (first == 0xc2) {
        end(b >= 0x80 && b <= 0x9f ? b : -1, b, shown);
      } else if (second < 0 && (b == 0x80 || b == 0x81)) {
        second = b;
      } else if (second < 0) {
        end(-1, b, shown);
      } else {
        int code = 0x2000 | (second & 0x3f) << 6 | b & 0x3f;
        boolean turns = code >= 0x202a && code <= 0x202e || code >= 0x2066 && code <= 0x2069;
        end(turns ? code : -1, b, shown);
      }
    }

    private void begin(int b, ByteArrayOutputStream shown) {
      if (b == 0xc2 || b == 0xe2) {
        first = b;
      } else if (b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == DELETE) {
        show(b, shown);
      } else {
        shown.write(b);
      }
    }

    /** Ends a character: shows its code, or, if that is -1, hands on its bytes. */
    private void end(int code, int last, ByteArrayOutputStream shown) {
      int one = first;
      int two = second;
      first = -1;
      second = -1;
      if (code >= 0) {
        show(code, shown);
        return;
      }
      shown.write(one);
      if (two >= 0) {
        shown.write(two);
      }
      if (last >= 0x80 && last < 0xc0) {
        shown.write(last);
      } else {
        begin(last, shown);
      }
    }

    private static void show(int code, ByteArrayOutputStream shown) {
      shown.writeBytes(String.format("\\u%04x", code).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void flush() {
      raw.flush();
    }

    @Override
    public void close() {
      raw.close();
    }
  }
}
