package dev.prospector.agents.argument;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A date of which the day, or month and day, may not be known.
 *
 * @param year 1000 to 9999
 * @param month 1 to 12
 * @param day 1 to 31; only with a month that has it
 */
public record PartialDate(
    @JsonProperty("year") int year,
    @JsonProperty("month") Optional<Integer> month,
    @JsonProperty("day") Optional<Integer> day) {

  /** Checks that there is such a date. */
  public PartialDate {
    boolean valid = year >= 1000 && year <= 9999 && (day.isEmpty() || month.isPresent());
    if (!valid || !exists(year, month, day)) {
      throw new IllegalArgumentException("no date: " + year + " " + month + " " + day);
    }
  }

  private static boolean exists(int year, Optional<Integer> month, Optional<Integer> day) {
    try {
      LocalDate.of(year, month.orElse(1), day.orElse(1));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Returns a year. */
  public static PartialDate of(int year) {
    return new PartialDate(year, Optional.empty(), Optional.empty());
  }

  /** Returns a month. */
  public static PartialDate of(int year, int month) {
    return new PartialDate(year, Optional.of(month), Optional.empty());
  }

  /** Returns a day. */
  public static PartialDate of(LocalDate date) {
    return new PartialDate(
        date.getYear(), Optional.of(date.getMonthValue()), Optional.of(date.getDayOfMonth()));
  }

  /** Returns the first day that it may be. */
  public LocalDate first() {
    return LocalDate.of(year, month.orElse(1), day.orElse(1));
  }

  /** Returns the last day that it may be. */
  public LocalDate last() {
    if (day.isPresent()) {
      return first();
    }
    return YearMonth.of(year, month.orElse(12)).atEndOfMonth();
  }

  /** Returns the date as ISO 8601 writes it, such as {@code 2026-08}. */
  @Override
  public String toString() {
    String written = String.format(Locale.ROOT, "%04d", year);
    if (month.isPresent()) {
      written += String.format(Locale.ROOT, "-%02d", month.get());
    }
    return day.isPresent() ? written + String.format(Locale.ROOT, "-%02d", day.get()) : written;
  }
}
