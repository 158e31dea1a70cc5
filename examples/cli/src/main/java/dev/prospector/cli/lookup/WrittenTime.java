package dev.prospector.cli.lookup;

import dev.prospector.error.InputException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads times as they are written on the command line. */
public final class WrittenTime {

  private WrittenTime() {}

  /** Returns a time that was written as {@code 200ms}, {@code 5s}, {@code 12h} or {@code 7d}. */
  public static Duration read(String written) {
    String text = written.strip().toUpperCase(Locale.ROOT);
    try {
      if (text.endsWith("MS")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2).strip()));
      }
      return Duration.parse((text.endsWith("D") ? "P" : "PT") + text);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new InputException(
          "a time is written as 200ms, 5s, 30m, 12h or 7d, not '" + written + "'");
    }
  }
}
