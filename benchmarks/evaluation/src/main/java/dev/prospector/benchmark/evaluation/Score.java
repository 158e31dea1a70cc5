package dev.prospector.benchmark.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of one evaluation: what was counted, the metrics in 0..1 (or plain counts, such as
 * crashes), and the cases that came out wrong, without personal data.
 */
record Score(Map<String, Long> counts, Map<String, Double> metrics, List<WrongCase> wrong) {

  Score {
    counts = new LinkedHashMap<>(counts);
    metrics = new LinkedHashMap<>(metrics);
    wrong = List.copyOf(wrong);
  }

  /** One case that came out wrong: which one, what was expected and what was found. */
  record WrongCase(String id, String expected, String found) {}
}
