package dev.prospector.benchmark.store;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one contender that count, the warm-up already dropped. */
record Result(Contender contender, List<Round> rounds) {

  Result {
    rounds = List.copyOf(rounds);
  }

  double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
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
}
