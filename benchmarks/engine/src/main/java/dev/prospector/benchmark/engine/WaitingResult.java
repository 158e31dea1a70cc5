package dev.prospector.benchmark.engine;

import java.util.List;

/** The rounds of one run of waiting steps, in seconds. */
record WaitingResult(Waiting run, List<Double> seconds) {

  WaitingResult {
    seconds = List.copyOf(seconds);
  }

  double medianSeconds() {
    return Medians.of(seconds.stream().mapToDouble(Double::doubleValue));
  }

  /** How many times the ideal it took; 1 is perfect. */
  double timesIdeal() {
    return medianSeconds() / run.idealSeconds();
  }

  /** How many times faster than the same agents one after another, waits alone counted. */
  double speedUp() {
    return sequentialSeconds() / medianSeconds();
  }

  /** The speed-up that graph and limit allow. */
  double speedUpAllowed() {
    return sequentialSeconds() / run.idealSeconds();
  }

  private double sequentialSeconds() {
    return WaitingGraph.idealSeconds(run.leads(), 1, 1);
  }
}
