package dev.prospector.agents.company.hours;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one {@code OpeningHoursSpecification} of schema.org, as entries of structured data on lines
 * of their own: days, then or before them a time of opening and one of closing.
 */
public final class SpecifiedHours {

  private static final int LONGEST = 2_000;
  private static final Expression ENTRY =
      Expression.of(
          "(?m)openingHoursSpecification\\.(dayOfWeek|opens|closes)\\t(?:https?://schema\\.org/)?([^\\n\\t]{1,60})$");
  private static final Expression TIME = Expression.of("(\\d{1,2}):(\\d{2})(?::\\d{2})?");

  private SpecifiedHours() {}

  /** Returns the hours of a specification, one for each run of days; none unless it is whole. */
  public static List<OpeningHours> in(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Optional<LocalTime> opens = Optional.empty();
    Optional<LocalTime> closes = Optional.empty();
    Search entry = ENTRY.matcher(text.length() > LONGEST ? "" : text);
    while (entry.find()) {
      String value = entry.group(2).strip();
      switch (entry.group(1)) {
        case "opens" -> opens = time(value);
        case "closes" -> closes = time(value);
        default -> day(value).ifPresent(days::add);
      }
    }
    return opens.isEmpty() || closes.isEmpty() || opens.equals(closes)
        ? List.of()
        : runs(days, opens.get(), closes.get());
  }

  private static List<OpeningHours> runs(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
    List<OpeningHours> runs = new ArrayList<>();
    for (DayOfWeek day : days) {
      boolean begins = day == DayOfWeek.MONDAY || !days.contains(day.minus(1));
      if (begins) {
        DayOfWeek last = day;
        while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
          last = last.plus(1);
        }
        runs.add(new OpeningHours(day, last, opens, closes));
      }
    }
    return runs;
  }

  private static Optional<DayOfWeek> day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      String upper = name.toUpperCase(Locale.ROOT);
      if (day.name().equals(upper) || upper.length() == 2 && day.name().startsWith(upper)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalTime> time(String text) {
    Search time = TIME.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    return hour > 24 || minute > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour % 24, minute));
  }
}
