package dev.prospector.benchmark.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts right, wrong and crashed rows of each metric of {@link UrlsEvaluation}. */
final class UrlTally {

  private static final int LONGEST_SHOWN = 200;

  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final Map<String, Long> right = new LinkedHashMap<>();
  private final List<Score.WrongCase> wrong = new ArrayList<>();
  private long crashes;

  /** Compares a row's result with what is expected; an exception counts as a crash. */
  void check(String metric, String input, String expected, Supplier<String> actual) {
    String found = guarded(actual);
    boolean equal = expected.equals(found);
    rows.merge(metric, 1L, Long::sum);
    right.merge(metric, equal ? 1L : 0L, Long::sum);
    if (!equal) {
      wrong.add(new Score.WrongCase(shown(metric + ": " + input), shown(expected), shown(found)));
    }
  }

  private String guarded(Supplier<String> actual) {
    try {
      return actual.get();
    } catch (RuntimeException | StackOverflowError e) {
      crashes++;
      return "crash: " + e.getClass().getSimpleName();
    }
  }

  Score score() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    rows.forEach((metric, n) -> metrics.put(metric, right.getOrDefault(metric, 0L) / (double) n));
    metrics.put("crashes", (double) crashes);
    return new Score(rows, metrics, wrong);
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
