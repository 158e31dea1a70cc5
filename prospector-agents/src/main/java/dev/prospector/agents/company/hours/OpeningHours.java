package dev.prospector.agents.company.hours;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time at which a company is open, on each day of a range.
 *
 * @param from the first day
 * @param to the last day; equal to {@code from} for one day; Saturday to Monday goes over Sunday
 * @param opens local time
 * @param closes local time; not after {@code opens} where it is open past midnight
 */
public record OpeningHours(
    @JsonProperty("from") DayOfWeek from,
    @JsonProperty("to") DayOfWeek to,
    @JsonProperty("opens") LocalTime opens,
    @JsonProperty("closes") LocalTime closes) {

  /** Returns it as OpenStreetMap and schema.org write it, such as {@code Mo-Fr 09:00-18:00}. */
  @Override
  public String toString() {
    String days = from == to ? code(from) : code(from) + '-' + code(to);
    return days + ' ' + opens + '-' + closes;
  }

  private static String code(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 2).toLowerCase(java.util.Locale.ROOT);
  }
}
