package dev.prospector.evidence.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendar dates; one that can be read in two ways is both. */
final class DateReader {

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern DIGITS =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|o)? (?:de |of )?([a-z]{3,10})"
              + " (?:de |del )?(\\d{4})(?![\\p{L}\\d])");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\d])([a-z]{3,10}) (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})(?![\\p{L}\\d])");

  private static final Map<String, Integer> MONTHS = months();

  private DateReader() {}

  static Set<LocalDate> dates(String quote) {
    Set<LocalDate> dates = new HashSet<>();
    read(ISO, quote, m -> add(dates, m.group(1), number(m.group(2)), m.group(3)));
    read(
        DIGITS,
        quote,
        m -> {
          add(dates, m.group(3), number(m.group(2)), m.group(1));
          add(dates, m.group(3), number(m.group(1)), m.group(2));
        });
    String words = String.join(" ", Words.of(quote));
    read(DAY_FIRST, words, m -> add(dates, m.group(3), month(m.group(2)), m.group(1)));
    read(MONTH_FIRST, words, m -> add(dates, m.group(3), month(m.group(1)), m.group(2)));
    return dates;
  }

  private static void read(
      Pattern pattern, String text, java.util.function.Consumer<Matcher> each) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      each.accept(matcher);
    }
  }

  private static void add(Set<LocalDate> dates, String year, int month, String day) {
    try {
      dates.add(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException e) {
      // Not a day of the calendar, so not a date.
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name, 0);
  }

  private static Map<String, Integer> months() {
    List<String> names =
        List.of(
            "january jan janeiro enero ene",
            "february feb fevereiro fev febrero",
            "march mar marco marzo",
            "april apr abril abr",
            "may maio mai mayo",
            "june jun junho junio",
            "july jul julho julio",
            "august aug agosto ago",
            "september sep sept setembro set septiembre setiembre",
            "october oct outubro out octubre",
            "november nov novembro noviembre",
            "december dec dezembro dez diciembre dic");
    Map<String, Integer> months = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (String name : names.get(i).split(" ")) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }
}
