package dev.prospector.benchmark.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Figures of confidences against outcomes: the expected calibration error over ten bins of equal
 * width (Naeini, Cooper, Hauskrecht, 2015) and the area under the curve of right against wrong.
 */
public final class Calibration {

  private static final int BINS = 10;

  private record Outcome(double confidence, boolean right) {}

  private final List<Outcome> outcomes = new ArrayList<>();

  /** Adds one value. */
  public void add(double confidence, boolean right) {
    outcomes.add(new Outcome(confidence, right));
  }

  /** Returns how many values were added. */
  public int size() {
    return outcomes.size();
  }

  /**
   * Returns the mean distance of confidence and share of right values, by bins; 0 without values.
   */
  public double expectedError() {
    double[] confidences = new double[BINS];
    double[] rights = new double[BINS];
    for (Outcome outcome : outcomes) {
      int bin = Math.min(BINS - 1, (int) (outcome.confidence() * BINS));
      confidences[bin] += outcome.confidence();
      rights[bin] += outcome.right() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidences[bin] - rights[bin]);
    }
    return outcomes.isEmpty() ? 0 : error / outcomes.size();
  }

  /**
   * Returns the chance that a right value has more confidence than a wrong one; ties count half.
   */
  public double areaUnderCurve() {
    List<Outcome> sorted = new ArrayList<>(outcomes);
    sorted.sort(Comparator.comparingDouble(Outcome::confidence));
    double ranks = 0;
    long right = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).confidence() == sorted.get(from).confidence()) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks += sorted.get(i).right() ? (from + to + 1) / 2.0 : 0;
        right += sorted.get(i).right() ? 1 : 0;
      }
      from = to;
    }
    double pairs = (double) right * (sorted.size() - right);
    return pairs == 0 ? 0.5 : (ranks - right * (right + 1) / 2.0) / pairs;
  }
}
