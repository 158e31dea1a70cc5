package dev.prospector.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many columns a terminal has: as the shell says, or as {@code stty} does. */
final class TerminalWidth {

  private static final int USUAL = 80;
  private static final int LEAST = 20;
  private static final int MOST = 1000;

  private TerminalWidth() {}

  static int of(Function<String, @Nullable String> environment) {
    String said = environment.apply("COLUMNS");
    OptionalInt width = said == null ? OptionalInt.empty() : number(said.strip());
    return width.isPresent() ? width.getAsInt() : asked().orElse(USUAL);
  }

  private static OptionalInt asked() {
    File terminal = new File("/dev/tty");
    if (!terminal.canRead()) {
      return OptionalInt.empty();
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return OptionalInt.empty();
      }
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return number(size.strip().replaceFirst("^\\d+ ", ""));
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static OptionalInt number(String text) {
    if (!text.matches("\\d{1,4}")) {
      return OptionalInt.empty();
    }
    int width = Integer.parseInt(text);
    return width >= LEAST && width <= MOST ? OptionalInt.of(width) : OptionalInt.empty();
  }
}
