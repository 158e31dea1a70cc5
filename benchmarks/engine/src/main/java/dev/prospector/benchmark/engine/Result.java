package dev.prospector.benchmark.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one contender that count, the warm-up already dropped. */
record Result(String name, int stepsPerLead, List<Round> rounds) {

  Result {
    rounds = List.copyOf(rounds);
  }

  double stepsPerSecond() {
    return median(Round::stepsPerSecond);
  }

  double slowest() {
    return rounds.stream().mapToDouble(Round::stepsPerSecond).min().orElseThrow();
  }

  double fastest() {
    return rounds.stream().mapToDouble(Round::stepsPerSecond).max().orElseThrow();
  }

  double bytesPerStep() {
    return median(Round::bytesPerStep);
  }

  double cpuMicrosPerStep() {
    return median(Round::cpuMicrosPerStep);
  }

  private double median(ToDoubleFunction<Round> figure) {
    return Medians.of(rounds.stream().mapToDouble(figure));
  }
}
