package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.calibration.Calibration;
import dev.prospector.benchmark.calibration.JudgedFact;
import dev.prospector.benchmark.halves.Half;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The confidence of every value that the agents find on the pages of {@code contacts}, against
 * whether the value is right: {@code ece}, the expected calibration error over ten bins, and {@code
 * auc}, the area under the curve of right against wrong values.
 */
final class CalibrationEvaluation implements Halved {

  @Override
  public String kind() {
    return "calibration";
  }

  @Override
  public Score measure(Path folder, Half half) throws IOException {
    Calibration calibration = new Calibration();
    Map<String, Long> counts = new TreeMap<>();
    for (JudgedFact fact : JudgedFacts.of(folder)) {
      if (!half.holds(fact.page())) {
        continue;
      }
      calibration.add(fact.fact().confidence(), fact.right());
      counts.merge(fact.field() + "s found", 1L, Long::sum);
      counts.merge(fact.field() + "s right", fact.right() ? 1L : 0L, Long::sum);
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("ece", calibration.expectedError());
    metrics.put("auc", calibration.areaUnderCurve());
    return new Score(counts, metrics, List.of());
  }
}
