package dev.prospector.agents.company.hours;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.ResourceSections;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of days by language. Short ones mean different days in two of them: "So" is Sunday in
 * German and Saturday in Czech.
 */
final class Days {

  /** From one day to another, or that day twice. */
  record Range(DayOfWeek first, DayOfWeek last) {}

  private static final String TO =
      "\\s?(?:-|–|—|a|ate|to|thru|through|until|bis|au|al?|as|tot(?: en met)?|t/m|az|do)\\s?";

  private static final Map<String, Map<String, DayOfWeek>> BY_LANGUAGE = new LinkedHashMap<>();
  private static final Map<String, Range> PHRASES = new HashMap<>();

  static {
    Map<String, List<String>> file = ResourceSections.read(Days.class, "days.txt");
    phrases(file, "whole-week", new Range(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
    phrases(file, "weekdays", new Range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    phrases(file, "monday-to-saturday", new Range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
    phrases(file, "weekend", new Range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    file.forEach((language, lines) -> language(language, lines));
  }

  /** One or two days, or a phrase for several; the groups are day, other day and phrase. */
  static final Expression EXPRESSION =
      Expression.of(
          "(?<![\\p{L}\\d])(?:"
              + oneOf(names())
              + "(?:"
              + TO
              + oneOf(names())
              + ")?|"
              + "("
              + String.join("|", longestFirst(PHRASES.keySet()))
              + "))(?![\\p{L}\\d])\\.?");

  private Days() {}

  private static void phrases(Map<String, List<String>> file, String section, Range range) {
    file.getOrDefault(section, List.of()).forEach(phrase -> PHRASES.put(phrase, range));
  }

  private static void language(String language, List<String> lines) {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (int i = 0; i < lines.size() && lines.size() == DayOfWeek.values().length; i++) {
      for (String name : lines.get(i).split(" ")) {
        days.put(name, DayOfWeek.of(i + 1));
      }
    }
    if (!days.isEmpty()) {
      BY_LANGUAGE.put(language, days);
    }
  }

  private static String oneOf(Collection<String> names) {
    return "(" + String.join("|", longestFirst(names)) + ")\\.?(?![\\p{L}\\d])";
  }

  private static List<String> longestFirst(Collection<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
        .toList();
  }

  private static Set<String> names() {
    return BY_LANGUAGE.values().stream()
        .flatMap(days -> days.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> languages() {
    return BY_LANGUAGE.keySet();
  }

  /** Returns what a phrase of several days means in every language. */
  static Range phrase(String phrase) {
    return PHRASES.getOrDefault(phrase, new Range(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
  }

  /** Returns the days that two names mean in a language, if it has both. */
  static Optional<Range> in(String language, String first, String last) {
    Map<String, DayOfWeek> days = BY_LANGUAGE.getOrDefault(language, Map.of());
    DayOfWeek from = days.get(first);
    DayOfWeek to = days.get(last);
    return from == null || to == null ? Optional.empty() : Optional.of(new Range(from, to));
  }
}
