package dev.prospector.benchmark.machines;

import java.util.stream.DoubleStream;

/** The middle of figures. */
final class Medians {

  private Medians() {}

  /** Returns the median: of an even number of figures, the mean of the middle two. */
  static double of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
