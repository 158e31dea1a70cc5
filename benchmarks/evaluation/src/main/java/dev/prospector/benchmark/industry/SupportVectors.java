package dev.prospector.benchmark.industry;

import java.util.Arrays;
import java.util.List;

/**
 * One-against-rest linear support vector machines with squared hinge loss, by dual coordinate
 * descent (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for
 * Large-scale Linear SVM, ICML 2008, algorithm 1). The order of the samples is shuffled by a
 * congruential generator with a fixed seed, so that the weights are the same on every machine.
 */
final class SupportVectors {

  private static final int ROUNDS = 60;
  private static final double TOLERANCE = 1e-4;

  private final List<Vector> vectors;
  private final double cost;
  private final double[] squares;

  SupportVectors(List<Vector> vectors, double cost) {
    this.vectors = vectors;
    this.cost = cost;
    this.squares = vectors.stream().mapToDouble(Vector::square).toArray();
  }

  /** Returns the weights of one industry against the rest. */
  double[] train(int industry, int dimensions) {
    double[] weights = new double[dimensions];
    double[] alphas = new double[vectors.size()];
    int[] order = new int[vectors.size()];
    Arrays.setAll(order, i -> i);
    long seed = 42;
    for (int round = 0; round < ROUNDS; round++) {
      double largest = 0;
      for (int i = order.length - 1; i >= 0; i--) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        int j = (int) ((seed >>> 33) % (i + 1));
        int chosen = order[j];
        order[j] = order[i];
        order[i] = chosen;
        largest = Math.max(largest, step(chosen, industry, alphas, weights));
      }
      if (largest < TOLERANCE) {
        break;
      }
    }
    return weights;
  }

  /** Moves one sample's coefficient to its best; returns how far the gradient was from none. */
  private double step(int i, int industry, double[] alphas, double[] weights) {
    Vector vector = vectors.get(i);
    double side = vector.industry() == industry ? 1 : -1;
    double diagonal = 1 / (2 * cost);
    double gradient = side * vector.dot(weights) - 1 + diagonal * alphas[i];
    double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
    if (projected == 0) {
      return 0;
    }
    double next = Math.max(alphas[i] - gradient / (squares[i] + diagonal), 0);
    double change = (next - alphas[i]) * side;
    alphas[i] = next;
    for (int k = 0; k < vector.features().length; k++) {
      weights[vector.features()[k]] += change * vector.values()[k];
    }
    return Math.abs(projected);
  }
}
