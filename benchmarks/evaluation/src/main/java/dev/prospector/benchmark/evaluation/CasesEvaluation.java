package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.cases.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small cases of lists and pages: how many of the values expected are there, or are not there. */
final class CasesEvaluation implements Evaluation {

  @Override
  public String kind() {
    return "cases";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    List<Cases.Outcome> outcomes = Cases.run(folder);
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Double> metrics = new LinkedHashMap<>();
    counts.put("expectations", (long) outcomes.size());
    metrics.put("passed", share(outcomes));
    for (String kind : List.of("has", "not", "is")) {
      List<Cases.Outcome> some = outcomes.stream().filter(o -> o.kind().equals(kind)).toList();
      counts.put(kind, (long) some.size());
      metrics.put("by_kind." + kind, share(some));
    }
    List<Score.WrongCase> wrong = new ArrayList<>();
    outcomes.stream()
        .filter(o -> !o.passed())
        .forEach(
            o -> wrong.add(new Score.WrongCase(o.id() + " " + o.kind(), o.expected(), o.found())));
    return new Score(counts, metrics, wrong);
  }

  private static double share(List<Cases.Outcome> outcomes) {
    long passed = outcomes.stream().filter(Cases.Outcome::passed).count();
    return outcomes.isEmpty() ? 1 : (double) passed / outcomes.size();
  }
}
