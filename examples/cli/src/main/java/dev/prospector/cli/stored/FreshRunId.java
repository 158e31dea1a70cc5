package dev.prospector.cli.stored;

import dev.prospector.event.RunId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Draws ids of runs that a person can read out: when it began, and some letters. */
public final class FreshRunId {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int DRAWN = 5;

  private FreshRunId() {}

  /** Returns an id that no run has. */
  public static RunId draw() {
    StringBuilder id = new StringBuilder(WHEN.format(now())).append('-');
    new SecureRandom()
        .ints(DRAWN, 0, LETTERS.length())
        .forEach(letter -> id.append(LETTERS.charAt(letter)));
    return RunId.of(id.toString());
  }

  private static LocalDateTime now() {
    return LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
  }
}
