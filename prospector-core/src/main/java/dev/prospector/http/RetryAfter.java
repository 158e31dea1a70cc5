package dev.prospector.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The header of RFC 9110, section 10.2.3: seconds, or a date. */
public final class RetryAfter {

  private RetryAfter() {}

  /**
   * Returns how long the answerer asks to be left alone; zero if it does not, or not readably.
   *
   * @param headers by lower-case name
   * @param now from which a date is counted
   */
  public static Duration in(Map<String, List<String>> headers, Instant now) {
    List<String> values = headers.getOrDefault("retry-after", List.of());
    if (values.isEmpty()) {
      return Duration.ZERO;
    }
    String value = values.get(0).strip();
    return value.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Long.parseLong(value))
        : until(value, now);
  }

  private static Duration until(String date, Instant now) {
    try {
      Instant at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
