package dev.prospector.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the program speaks to: data goes to {@code out}, all else to {@code err}; both in UTF-8,
 * regardless of the platform's default.
 *
 * @param out for data
 * @param err for people who wait
 * @param interactive whether {@code err} is a terminal, on which a line can be drawn anew
 * @param folder against which the program's own files are resolved
 * @param environment returns the value of a variable, null if it is not set
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Path folder,
    Function<String, @Nullable String> environment) {

  private static final int BUFFER = 1 << 16;

  /** Shows characters in texts that would steer the terminal as such. */
  public Terminal {
    out = out instanceof VisibleStream ? out : new VisibleStream(out);
    err = err instanceof VisibleStream ? err : new VisibleStream(err);
  }

  public static Terminal ofProcess() {
    PrintStream out = stream(FileDescriptor.out, BUFFER, false);
    PrintStream err = stream(FileDescriptor.err, 1024, true);
    return new Terminal(out, err, isTerminal(), Path.of(""), System::getenv);
  }

  /** Has the log, and traces of what nothing caught, go the way of texts for people. */
  public void takeLog() {
    System.setErr(err);
  }

  private static PrintStream stream(FileDescriptor target, int buffer, boolean flushing) {
    FileOutputStream bytes = new FileOutputStream(target);
    BufferedOutputStream buffered = new BufferedOutputStream(bytes, buffer);
    return new PrintStream(buffered, flushing, StandardCharsets.UTF_8);
  }

  /** Standard error may be a terminal although output goes to a file, so ask where one can. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.getenv("TERM") != null && System.console() != null;
    }
  }

  /** Returns standard output as a stream that fails once its reader is gone (a closed pipe). */
  public OutputStream data() {
    PrintStream raw = raw(out);
    return new FilterOutputStream(raw) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        raw.write(bytes, from, length);
      }

      @Override
      public void flush() throws IOException {
        if (raw.checkError()) {
          throw new IOException("its reader is gone");
        }
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** Returns standard error as it is, for what draws a line anew. */
  public PrintStream drawing() {
    return raw(err);
  }

  /** Returns how many columns a line has. */
  public int columns() {
    return TerminalWidth.of(environment);
  }

  private static PrintStream raw(PrintStream stream) {
    return stream instanceof VisibleStream visible ? visible.raw() : stream;
  }

  public void flush() {
    out.flush();
    err.flush();
  }
}
