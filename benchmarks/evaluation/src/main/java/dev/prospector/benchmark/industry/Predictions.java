package dev.prospector.benchmark.industry;

import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.company.industry.IndustryModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Scores of samples that the scoring model has not seen, and what can be told from them. */
@SuppressWarnings("ArrayRecordComponent")
record Predictions(List<Sample> samples, double[][] scores) {

  private static final int INDUSTRIES = Industry.values().length;

  /** Returns the predictions of those samples whose index is meant. */
  Predictions of(IntPredicate meant) {
    int[] kept = IntStream.range(0, scores.length).filter(meant).toArray();
    return new Predictions(
        Arrays.stream(kept).mapToObj(samples::get).toList(),
        Arrays.stream(kept).mapToObj(i -> scores[i]).toArray(double[][]::new));
  }

  double accuracy() {
    int right = 0;
    for (int i = 0; i < scores.length; i++) {
      right += best(scores[i]) == samples.get(i).industry() ? 1 : 0;
    }
    return (double) right / scores.length;
  }

  /** Returns the mean of the industries' F1. */
  double macroF1() {
    int[] predicted = new int[INDUSTRIES];
    int[] actual = new int[INDUSTRIES];
    int[] right = new int[INDUSTRIES];
    for (int i = 0; i < scores.length; i++) {
      int best = best(scores[i]);
      predicted[best]++;
      actual[samples.get(i).industry()]++;
      right[best] += best == samples.get(i).industry() ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < INDUSTRIES; i++) {
      sum += right[i] == 0 ? 0 : 2.0 * right[i] / (predicted[i] + actual[i]);
    }
    return sum / INDUSTRIES;
  }

  /** Returns the temperature of least log loss, by golden section search. */
  double temperature() {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double low = 0.02;
    double high = 5;
    while (high - low > 1e-6) {
      double left = high - ratio * (high - low);
      double right = low + ratio * (high - low);
      if (logLoss(left) < logLoss(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (low + high) / 2;
  }

  double logLoss(double temperature) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double[] probabilities = IndustryModel.softmax(scores[i], temperature);
      loss -= StrictMath.log(Math.max(probabilities[samples.get(i).industry()], 1e-12));
    }
    return loss / scores.length;
  }

  /** Returns the least threshold, in hundredths, above which the given share is right. */
  double threshold(double temperature, double share) {
    for (int hundredths = 15; hundredths < 100; hundredths++) {
      if (above(temperature, hundredths / 100.0)[1] >= share) {
        return hundredths / 100.0;
      }
    }
    return 1;
  }

  /**
   * Returns the share of samples whose best probability reaches a threshold, and how many are
   * right.
   */
  double[] above(double temperature, double threshold) {
    return between(temperature, threshold, 2);
  }

  /** Returns the share of samples, their accuracy and mean probability, within a range of it. */
  double[] between(double temperature, double low, double high) {
    int covered = 0;
    int right = 0;
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      int best = best(scores[i]);
      double probability = IndustryModel.softmax(scores[i], temperature)[best];
      if (probability >= low && probability < high) {
        covered++;
        right += best == samples.get(i).industry() ? 1 : 0;
        sum += probability;
      }
    }
    double counted = Math.max(covered, 1);
    return new double[] {(double) covered / scores.length, right / counted, sum / counted};
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
