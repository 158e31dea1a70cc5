package dev.prospector.agents.company.hours;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads opening hours such as "Segunda a sexta: 8h às 18h", "Mon-Fri 9am – 5.30pm", "Mo-Fr
 * 08:00-17:00" and "Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00".
 */
public final class ReadHours {

  private static final int LONGEST = 300;
  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();

  static {
    days(
        DayOfWeek.MONDAY,
        "mo mon monday segunda segunda-feira seg 2a lunes lun montag lundi lunedi");
    days(
        DayOfWeek.TUESDAY,
        "tu tue tues tuesday terca terca-feira ter martes dienstag di mardi martedi");
    days(
        DayOfWeek.WEDNESDAY,
        "we wed wednesday quarta quarta-feira qua miercoles mie mittwoch mi mercredi");
    days(
        DayOfWeek.THURSDAY,
        "th thu thur thurs thursday quinta quinta-feira qui jueves jue donnerstag do jeudi");
    days(
        DayOfWeek.FRIDAY,
        "fr fri friday sexta sexta-feira sex viernes vie freitag vendredi venerdi");
    days(DayOfWeek.SATURDAY, "sa sat saturday sabado sabados sab samstag samedi sabato");
    days(DayOfWeek.SUNDAY, "su sun sunday domingo domingos dom sonntag so dimanche domenica");
  }

  private static final String DAY =
      "(?<![\\p{L}\\d])(" + String.join("|", names()) + ")(?:s(?=[: ]))?\\.?(?![\\p{L}\\d])";
  private static final String NEXT_DAY = DAY.replace("(?<![\\p{L}\\d])", "");
  private static final String TIME =
      "(\\d{1,2})(?:[:h.](\\d{2}))?(?:h(?![\\p{L}])|hs|hrs)?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?";
  private static final Expression DAYS_OPEN =
      Expression.of(
          DAY
              + "(?:\\s?(?:-|–|a|ate|to|thru|through|until|bis|au|à|al?|às|as)\\s?"
              + NEXT_DAY
              + ")?");
  private static final Expression TIMES =
      Expression.of(
          "(?<![\\d.,/:-])"
              + TIME
              + "\\s?(?:uhr\\s?)?(?:-|–|—|a|as|ate|to|until|till|bis|h as)\\s?(?:as\\s)?"
              + TIME
              + "(?![\\d/])");
  private static final String BETWEEN = " :,;|()\t-–das";

  private ReadHours() {}

  private static void days(DayOfWeek day, String names) {
    for (String name : names.split(" ")) {
      DAYS.put(name, day);
    }
  }

  private static DayOfWeek day(String name) {
    return Objects.requireNonNull(DAYS.get(name), name);
  }

  private static List<String> names() {
    return DAYS.keySet().stream()
        .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
        .toList();
  }

  /** Returns the hours that a text of one line states, in its order. */
  public static List<OpeningHours> in(String text) {
    List<OpeningHours> found = new ArrayList<>();
    if (text.length() > LONGEST) {
      return found;
    }
    String line = folded(text);
    Search days = DAYS_OPEN.matcher(line);
    int from = 0;
    while (days.find()) {
      if (days.start() >= from) {
        DayOfWeek first = day(days.group(1));
        DayOfWeek last = days.has(2) ? day(days.group(2)) : first;
        from = times(line, days.end(), first, last, found);
      }
    }
    return found;
  }

  /** Reads the times that follow days, and returns where they end. */
  private static int times(
      String line, int after, DayOfWeek first, DayOfWeek last, List<OpeningHours> found) {
    int at = after;
    Search times = TIMES.matcher(line);
    while (times.find()) {
      if (times.start() < at) {
        continue;
      }
      String gap = line.substring(at, times.start());
      boolean joined = gap.length() <= 12 && only(gap);
      Optional<LocalTime> opens = time(times, 1, times.group(6));
      Optional<LocalTime> closes = time(times, 4, "");
      if (!joined || opens.isEmpty() || closes.isEmpty() || !clear(times)) {
        return at;
      }
      found.add(new OpeningHours(first, last, opens.get(), closes.get()));
      at = times.end();
    }
    return at;
  }

  /** Says whether nothing but signs and words such as "das" stands between. */
  private static boolean only(String gap) {
    return List.of(
            "",
            "das",
            "de",
            "from",
            "von",
            "e",
            "y",
            "and",
            "e das",
            "y de",
            "desde las",
            "from the",
            "h",
            "uhr",
            "horario",
            "und")
        .contains(
            gap.chars()
                .filter(c -> BETWEEN.indexOf(c) < 0 || Character.isLetter(c) || c == ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip());
  }

  /** Two bare numbers are times only with a sign of one, such as a colon, an h or "am". */
  private static boolean clear(Search times) {
    String text = times.group();
    return text.indexOf(':') >= 0
        || text.indexOf('h') >= 0
        || text.contains("am")
        || text.contains("pm")
        || text.contains("m.")
        || text.contains("uhr")
        || times.has(2) && times.has(5);
  }

  private static Optional<LocalTime> time(Search times, int group, String other) {
    int hour = Integer.parseInt(times.group(group));
    int minute = times.has(group + 1) ? Integer.parseInt(times.group(group + 1)) : 0;
    String half = times.has(group + 2) ? times.group(group + 2) : other;
    if (half.startsWith("p") && hour < 12 && times.has(group + 2)) {
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
          c < 128 ? c : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
      folded.append(Character.toLowerCase(base));
    }
    return folded.toString();
  }
}
