package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.calibration.Calibration;
import dev.prospector.benchmark.calibration.JudgedFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The confidence of every value that the agents find on the pages of {@code contacts}, against
 * whether the value is right: {@code ece}, the expected calibration error over ten bins, and {@code
 * auc}, the area under the curve of right against wrong values; both also for each half of the
 * sites by a hash of their names.
 */
final class CalibrationEvaluation implements Evaluation {

  @Override
  public String kind() {
    return "calibration";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    Map<String, Calibration> parts = new LinkedHashMap<>();
    for (String name : List.of("", "_first_half", "_second_half")) {
      parts.put(name, new Calibration());
    }
    Map<String, Long> counts = new TreeMap<>();
    for (JudgedFact fact : JudgedFacts.of(folder)) {
      for (String part : List.of("", fact.isInFirstHalf() ? "_first_half" : "_second_half")) {
        parts.getOrDefault(part, new Calibration()).add(fact.fact().confidence(), fact.right());
      }
      counts.merge(fact.field() + "s found", 1L, Long::sum);
      counts.merge(fact.field() + "s right", fact.right() ? 1L : 0L, Long::sum);
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    parts.forEach((name, part) -> metrics.put("ece" + name, part.expectedError()));
    parts.forEach((name, part) -> metrics.put("auc" + name, part.areaUnderCurve()));
    return new Score(counts, metrics, List.of());
  }
}
