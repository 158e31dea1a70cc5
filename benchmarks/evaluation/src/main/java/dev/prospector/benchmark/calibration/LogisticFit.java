package dev.prospector.benchmark.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression over named features by Newton's method, with a quadratic penalty that keeps
 * terms of rare features small. The same samples in the same order give the same bits.
 */
final class LogisticFit {

  private static final int ROUNDS = 30;
  private static final double PENALTY = 3.0;

  private record Sample(Map<String, Double> features, boolean right) {}

  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  void add(Map<String, Double> features, boolean right) {
    features.keySet().forEach(name -> names.putIfAbsent(name, names.size()));
    samples.add(new Sample(features, right));
  }

  /** Returns the weight of each feature, in log-odds. */
  Map<String, Double> weights() {
    int n = names.size();
    double[] weights = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (int i = 0; i < n; i++) {
        gradient[i] = -PENALTY * weights[i];
        hessian[i][i] = PENALTY;
      }
      samples.forEach(sample -> accumulate(sample, weights, gradient, hessian));
      double[] step = solve(hessian, gradient);
      for (int i = 0; i < n; i++) {
        weights[i] += step[i];
      }
    }
    Map<String, Double> named = new LinkedHashMap<>();
    names.forEach((name, i) -> named.put(name, weights[i]));
    return named;
  }

  private void accumulate(Sample sample, double[] weights, double[] gradient, double[][] hessian) {
    double z = 0;
    for (Map.Entry<String, Double> feature : sample.features().entrySet()) {
      z += weights[index(feature)] * feature.getValue();
    }
    double p = 1 / (1 + Math.exp(-z));
    double residual = (sample.right() ? 1 : 0) - p;
    for (Map.Entry<String, Double> one : sample.features().entrySet()) {
      gradient[index(one)] += residual * one.getValue();
      for (Map.Entry<String, Double> other : sample.features().entrySet()) {
        hessian[index(one)][index(other)] += p * (1 - p) * one.getValue() * other.getValue();
      }
    }
  }

  private int index(Map.Entry<String, Double> feature) {
    return names.getOrDefault(feature.getKey(), 0);
  }

  /**
   * Gaussian elimination; the penalty makes the matrix positive definite, so no pivot is nought.
   */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int column = 0; column < n; column++) {
      for (int row = column + 1; row < n; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int k = column; k < n; k++) {
          matrix[row][k] -= factor * matrix[column][k];
        }
        right[row] -= factor * right[column];
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = right[row];
      for (int k = row + 1; k < n; k++) {
        sum -= matrix[row][k] * solution[k];
      }
      solution[row] = sum / matrix[row][row];
    }
    return solution;
  }
}
