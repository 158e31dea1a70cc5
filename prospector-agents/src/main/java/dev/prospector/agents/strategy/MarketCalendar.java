package dev.prospector.agents.strategy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * On which days and at what hours offices of a country can be reached: weekends and national
 * holidays, computed for any year. Movable feasts follow from Easter (Anonymous Gregorian
 * algorithm, J. Meeus, Astronomical Algorithms, 1991). Regional holidays are not known.
 *
 * <p>Immutable.
 */
public final class MarketCalendar {

  private static final Map<String, String> ZONES =
      Map.of(
          "BR", "America/Sao_Paulo",
          "PT", "Europe/Lisbon",
          "MX", "America/Mexico_City",
          "ES", "Europe/Madrid",
          "US", "America/New_York",
          "GB", "Europe/London",
          "DE", "Europe/Berlin",
          "AR", "America/Argentina/Buenos_Aires",
          "CL", "America/Santiago",
          "CO", "America/Bogota");

  /** Days of the month on which a country rests, from a year on where a law is that young. */
  private static final Map<String, String> FIXED =
      Map.of(
          "BR", "01-01 04-21 05-01 09-07 10-12 11-02 11-15 11-20@2024 12-25",
          "PT", "01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
          "MX", "01-01 05-01 09-16 12-25",
          "ES", "01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
          "US", "01-01 06-19@2021 07-04 11-11 12-25",
          "GB", "01-01 12-25 12-26",
          "DE", "01-01 05-01 10-03 12-25 12-26");

  /** Days after Easter. */
  private static final Map<String, List<Integer>> MOVABLE =
      Map.of(
          "BR", List.of(-48, -47, -2, 60),
          "PT", List.of(-2, 60),
          "MX", List.of(-3, -2),
          "ES", List.of(-2),
          "US", List.of(),
          "GB", List.of(-2, 1),
          "DE", List.of(-2, 1, 39, 50));

  private final String country;

  private MarketCalendar(String country) {
    this.country = country;
  }

  /**
   * Returns the calendar of a country; of others than those known, weekends and New Year alone.
   *
   * @param country ISO 3166-1 alpha-2; empty where it is not known
   */
  public static MarketCalendar of(String country) {
    return new MarketCalendar(country);
  }

  /** Returns the zone of most offices of the country; UTC where it is not known. */
  public ZoneId zone() {
    return ZoneId.of(ZONES.getOrDefault(country, "UTC"));
  }

  /** Returns whether offices work on a day. */
  public boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !holidays(day.getYear()).contains(day);
  }

  /** Returns a day if it is a working day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate next = day;
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** Returns the hours of the morning in which people can be reached. */
  public LocalTime from() {
    return country.equals("ES") || country.equals("MX") ? LocalTime.of(10, 0) : LocalTime.of(9, 0);
  }

  /** Returns the end of those hours, before lunch. */
  public LocalTime until() {
    return country.equals("ES") || country.equals("MX")
        ? LocalTime.of(13, 0)
        : LocalTime.of(11, 30);
  }

  /** Returns the hours of the afternoon, after lunch. */
  public LocalTime afternoonFrom() {
    return country.equals("ES") ? LocalTime.of(16, 0) : LocalTime.of(14, 0);
  }

  /** Returns the end of those hours. */
  public LocalTime afternoonUntil() {
    return country.equals("ES") ? LocalTime.of(18, 30) : LocalTime.of(17, 0);
  }

  private Set<LocalDate> holidays(int year) {
    Set<LocalDate> days = new HashSet<>();
    for (String day : FIXED.getOrDefault(country, "01-01").split(" ")) {
      int since = day.indexOf('@');
      if (since < 0 || year >= Integer.parseInt(day.substring(since + 1))) {
        String monthDay = since < 0 ? day : day.substring(0, since);
        days.add(MonthDay.parse("--" + monthDay).atYear(year));
      }
    }
    LocalDate easter = easter(year);
    MOVABLE.getOrDefault(country, List.of()).forEach(after -> days.add(easter.plusDays(after)));
    addWeekdays(days, year);
    addObserved(days);
    return days;
  }

  private void addWeekdays(Set<LocalDate> days, int year) {
    switch (country) {
      case "US" -> {
        days.add(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY));
        days.add(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY));
        days.add(last(year, Month.MAY));
        days.add(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY));
        days.add(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY));
        days.add(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY));
      }
      case "GB" -> {
        days.add(nth(year, Month.MAY, 1, DayOfWeek.MONDAY));
        days.add(last(year, Month.MAY));
        days.add(last(year, Month.AUGUST));
      }
      case "MX" -> {
        days.add(nth(year, Month.FEBRUARY, 1, DayOfWeek.MONDAY));
        days.add(nth(year, Month.MARCH, 3, DayOfWeek.MONDAY));
        days.add(nth(year, Month.NOVEMBER, 3, DayOfWeek.MONDAY));
      }
      default -> {}
    }
  }

  /** In the United States and Britain a holiday at the weekend is kept on a working day. */
  private void addObserved(Set<LocalDate> days) {
    if (!country.equals("US") && !country.equals("GB")) {
      return;
    }
    for (LocalDate day : Set.copyOf(days)) {
      boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
      if (saturday && country.equals("US")) {
        days.add(day.minusDays(1));
      } else if (saturday || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        days.add(days.contains(monday) ? monday.plusDays(1) : monday);
      }
    }
  }

  private static LocalDate nth(int year, Month month, int n, DayOfWeek weekday) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
  }

  private static LocalDate last(int year, Month month) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
  }

  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof MarketCalendar c && country.equals(c.country);
  }

  @Override
  public int hashCode() {
    return Objects.hash(country);
  }
}
