package dev.prospector.benchmark.industry;

import java.util.List;

/**
 * Complement naive Bayes: the weight of a feature for a class is minus the logarithm of its share
 * in all other classes (Rennie, Shih, Teevan, Karger: Tackling the Poor Assumptions of Naive Bayes
 * Text Classifiers, ICML 2003, without the weight normalisation).
 */
final class ComplementBayes {

  private static final double SMOOTHING = 0.1;

  private ComplementBayes() {}

  /** Returns weights by industry and feature, centred over the industries. */
  static double[][] train(List<Vector> vectors, int industries, int dimensions) {
    double[][] sums = new double[industries][dimensions];
    double[] all = new double[dimensions];
    for (Vector vector : vectors) {
      for (int i = 0; i < vector.features().length; i++) {
        sums[vector.industry()][vector.features()[i]] += vector.values()[i];
        all[vector.features()[i]] += vector.values()[i];
      }
    }
    for (double[] of : sums) {
      complement(of, all);
    }
    centre(sums);
    return sums;
  }

  private static void complement(double[] of, double[] all) {
    double total = 0;
    for (int i = 0; i < all.length; i++) {
      of[i] = all[i] == 0 ? 0 : all[i] - of[i] + SMOOTHING;
      total += of[i];
    }
    for (int i = 0; i < all.length; i++) {
      of[i] = all[i] == 0 ? 0 : -StrictMath.log(of[i] / total);
    }
  }

  private static void centre(double[][] weights) {
    for (int i = 0; i < weights[0].length; i++) {
      double mean = 0;
      for (double[] of : weights) {
        mean += of[i] / weights.length;
      }
      for (double[] of : weights) {
        of[i] -= mean;
      }
    }
  }
}
