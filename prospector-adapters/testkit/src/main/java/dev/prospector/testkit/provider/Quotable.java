package dev.prospector.testkit.provider;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be quoted from numbered sources, each line once. Confined to one answer. */
final class Quotable {

  private static final int FEWEST_WORDS = 4;
  private static final int MOST_WORDS = 12;
  private static final Pattern YEAR = Pattern.compile("\\b(?:1[89]|20)\\d\\d\\b");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "\\b([1-9][\\d.,]{0,6}) (?:people|employees|staff|colaboradores|funcionários|empleados)",
          Pattern.UNICODE_CASE);

  /** A value, the source in which it stands, and the words around it. */
  record Said(String value, int source, String quote) {}

  private record Line(int source, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private final Random random;

  Quotable(Map<Integer, String> sources, Accepted accepted, Random random) {
    this.random = random;
    sources.forEach(
        (number, text) ->
            text.lines()
                .map(String::strip)
                .filter(line -> line.split(" ").length >= FEWEST_WORDS && !accepted.says(line))
                .forEach(line -> lines.add(new Line(number, line))));
    Collections.shuffle(lines, random);
  }

  /** Returns a statement of what a field's name asks for; empty if no source says so. */
  Optional<Said> statement(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    if (name.contains("founded") || name.contains("year")) {
      return matching(YEAR, 0);
    }
    if (name.contains("employees") || name.contains("headcount")) {
      return matching(PEOPLE, 1);
    }
    return any();
  }

  private Optional<Said> matching(Pattern sought, int group) {
    for (Line line : lines) {
      Matcher found = sought.matcher(line.text());
      if (found.find()) {
        int start = wordsBefore(line.text(), found.start());
        String quote = line.text().substring(start, found.end());
        return Optional.of(new Said(found.group(group), line.source(), quote));
      }
    }
    return Optional.empty();
  }

  /** Returns where the four words before a place begin. */
  private static int wordsBefore(String text, int place) {
    int start = place;
    for (int i = 0; i < FEWEST_WORDS && start > 0; i++) {
      start = text.lastIndexOf(' ', start - 2) + 1;
    }
    return Math.max(0, start);
  }

  /** Returns the beginning of a line that was not used, and some words of it. */
  private Optional<Said> any() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Line line = lines.remove(lines.size() - 1);
    String[] words = line.text().split(" ", MOST_WORDS + 1);
    int length = Math.min(MOST_WORDS, words.length);
    String quote = String.join(" ", List.of(words).subList(0, length));
    int from = random.nextInt(length - 1);
    int to = Math.min(length, from + 2 + random.nextInt(2));
    return Optional.of(
        new Said(String.join(" ", List.of(words).subList(from, to)), line.source(), quote));
  }
}
