package dev.prospector.agents.company.hours;

import dev.prospector.agents.company.hours.Days.Range;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.text.Normalizer;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads opening hours such as "Segunda a sexta: 8h às 18h", "Mon-Fri 9am – 5.30pm", "Mo, Mi und Fr
 * 8-12 Uhr" and "Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00". Names of days are read in the
 * language of the page; where it is not known, or has no such names, only what all languages that
 * have them read alike.
 */
public final class ReadHours {

  private static final int LONGEST = 300;
  private static final int LONGEST_GAP = 16;
  private static final int HALF_DAY = 12;

  private static final String TIME =
      "(\\d{1,2})(?:\\s?[:h.]\\s?(\\d{2}))?(?:\\s?(?:hrs|hs|h|horas|uhr|uur|hod\\.?)(?![\\p{L}]))?\\s?(am|pm|a\\.m\\.|p\\.m\\.|a\\. m\\.|p\\. m\\.)?";
  private static final Expression TIMES =
      Expression.of(
          "(?<![\\d.,/:-])"
              + TIME
              + "\\s?(?:-|–|—|a|as|ate|to|until|till|bis|alle|al|au|tot|az|do)\\s?(?:(?:as|las|le|ore)\\s)?"
              + TIME
              + "(?![\\d/])");

  /** What joins days to days. */
  private static final Expression JOINS =
      Expression.of(
          "[ ,;&+/\\t]{0,3}(?:(?:e|y|and|und|et|ed|en|a|i)[ ])?(?:(?:aos?|on|am|le|il)[ ])?");

  private static final Set<String> BETWEEN =
      Set.of(
          "",
          "das",
          "de",
          "des",
          "from",
          "von",
          "van",
          "od",
          "dalle",
          "dalle ore",
          "ore",
          "e",
          "y",
          "and",
          "et",
          "et de",
          "ed",
          "en",
          "en van",
          "a",
          "i",
          "e das",
          "e de",
          "y de",
          "e dalle",
          "desde las",
          "de las",
          "from the",
          "h",
          "uhr",
          "horario",
          "und",
          "und von",
          "aberto",
          "abierto",
          "open",
          "geoffnet",
          "ouvert",
          "ouvert de",
          "aperto",
          "open van");

  private static final Expression SIGNS = Expression.of("[^\\p{L}]+");

  private record Found(List<String[]> days, LocalTime opens, LocalTime closes) {}

  private ReadHours() {}

  /**
   * Returns the hours that a text states, in its order.
   *
   * @param language the ISO 639-1 code of the page's language; empty if unknown
   */
  public static List<OpeningHours> in(String text, String language) {
    List<Found> found = find(text);
    Optional<List<OpeningHours>> own = read(found, language);
    if (own.isPresent()) {
      return own.get();
    }
    Set<List<OpeningHours>> readings = readings(found);
    return readings.size() == 1 ? readings.iterator().next() : List.of();
  }

  /** Returns the hours that a text states in one language or another. */
  public static Set<OpeningHours> inAnyLanguage(String text) {
    Set<OpeningHours> all = new LinkedHashSet<>();
    readings(find(text)).forEach(all::addAll);
    return all;
  }

  /** Returns whether a text names days and nothing else. */
  public static boolean isDays(String text) {
    return text.length() < LONGEST_GAP * 2 && Days.EXPRESSION.isAllOf(trimmed(folded(text)));
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && ": ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).strip();
  }

  private static Set<List<OpeningHours>> readings(List<Found> found) {
    Set<List<OpeningHours>> readings = new LinkedHashSet<>();
    for (String language : Days.languages()) {
      read(found, language).ifPresent(readings::add);
    }
    return readings;
  }

  /** Returns nothing unless the language has all names. */
  private static Optional<List<OpeningHours>> read(List<Found> found, String language) {
    List<OpeningHours> hours = new ArrayList<>();
    for (Found one : found) {
      for (String[] days : one.days()) {
        Optional<Range> range = range(days, language);
        if (range.isEmpty()) {
          return Optional.empty();
        }
        hours.add(
            new OpeningHours(range.get().first(), range.get().last(), one.opens(), one.closes()));
      }
    }
    return Optional.of(hours);
  }

  private static Optional<Range> range(String[] days, String language) {
    return days.length == 1
        ? Optional.of(Days.phrase(days[0]))
        : Days.in(language, days[0], days[1]);
  }

  private static List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    String line = text.length() > LONGEST ? "" : folded(text);
    Search days = Days.EXPRESSION.matcher(line);
    List<String[]> pending = new ArrayList<>();
    int from = 0;
    while (days.find()) {
      if (days.start() < from) {
        continue;
      }
      if (!JOINS.isAllOf(line.substring(from, days.start()))) {
        pending.clear();
      }
      pending.add(names(days));
      from = times(line, days.end(), pending, found);
      if (from > days.end()) {
        pending = new ArrayList<>();
      }
    }
    return found;
  }

  private static String[] names(Search days) {
    if (days.has(3)) {
      return new String[] {days.group(3)};
    }
    String first = days.group(1);
    return new String[] {first, days.has(2) ? days.group(2) : first};
  }

  /** Reads the times that follow days, and returns where they end. */
  private static int times(String line, int after, List<String[]> days, List<Found> found) {
    int at = after;
    Search times = TIMES.matcher(line);
    while (times.find()) {
      if (times.start() < at) {
        continue;
      }
      String gap = line.substring(at, times.start());
      Optional<LocalTime> closes = time(times, 4);
      Optional<LocalTime> opens = opening(times, closes);
      if (!isBetween(gap) || opens.isEmpty() || closes.isEmpty() || !clear(line, times)) {
        return at;
      }
      found.add(new Found(List.copyOf(days), opens.get(), closes.get()));
      at = times.end();
    }
    return at;
  }

  /** Says whether nothing but signs and words such as "das" stands between. */
  private static boolean isBetween(String gap) {
    return gap.length() <= LONGEST_GAP
        && gap.chars().noneMatch(Character::isDigit)
        && BETWEEN.contains(SIGNS.matcher(gap).replaceAll(" ").strip());
  }

  /** Two bare numbers are times only with a sign of one, such as a colon, an h or "am". */
  private static boolean clear(String line, Search times) {
    String text = times.group();
    boolean clock = line.startsWith("uhr", times.end()) || line.startsWith(" uhr", times.end());
    return clock
        || text.indexOf(':') >= 0
        || text.indexOf('h') >= 0
        || text.contains("am")
        || text.contains("pm")
        || text.contains("m.")
        || text.contains("uur")
        || text.contains("hod")
        || times.has(2) && times.has(5);
  }

  /** "6–9pm" is in the evening, "9–5pm" begins in the morning. */
  private static Optional<LocalTime> opening(Search times, Optional<LocalTime> closes) {
    Optional<LocalTime> opens = time(times, 1);
    boolean shared = !times.has(3) && times.has(6) && times.group(6).startsWith("p");
    return opens.map(
        from ->
            shared
                    && closes.filter(from.plusHours(HALF_DAY)::isBefore).isPresent()
                    && from.getHour() < HALF_DAY
                ? from.plusHours(HALF_DAY)
                : from);
  }

  private static Optional<LocalTime> time(Search times, int group) {
    int hour = Integer.parseInt(times.group(group));
    int minute = times.has(group + 1) ? Integer.parseInt(times.group(group + 1)) : 0;
    String half = times.has(group + 2) ? times.group(group + 2) : "";
    if (half.startsWith("p") && hour < 12) {
      hour += 12;
    } else if (half.startsWith("a") && hour == 12) {
      hour = 0;
    }
    boolean valid = hour < 24 && minute < 60;
    return valid || hour == 24 && minute == 0
        ? Optional.of(LocalTime.of(hour % 24, minute))
        : Optional.empty();
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char base =
          c < 128 ? c : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
      folded.append(c == '\n' || c == '\u00a0' ? ' ' : Character.toLowerCase(base));
    }
    return folded.toString();
  }
}
