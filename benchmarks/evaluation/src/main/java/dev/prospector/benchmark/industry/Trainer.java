package dev.prospector.benchmark.industry;

import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.company.industry.IndustryFeatures;
import dev.prospector.agents.company.industry.IndustryModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains linear weights: support vector machines plus complement naive Bayes, each brought to the
 * same spread of scores on the training texts, the second at a given share.
 */
final class Trainer {

  private static final double COST = 1;
  private static final double BAYES_SHARE = 0.5;

  private static final int INDUSTRIES = Industry.values().length;
  private static final int DIMENSIONS = IndustryFeatures.dimensions();

  private Trainer() {}

  /**
   * What training yields.
   *
   * @param weights by feature and industry
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Trained(IndustryModel.Idf idf, double[][] weights) {

    double[] scores(Sample sample) {
      double[] values = IndustryModel.values(sample.counts(), idf);
      double[] scores = new double[INDUSTRIES];
      for (int i = 0; i < values.length; i++) {
        for (int industry = 0; industry < INDUSTRIES; industry++) {
          scores[industry] += values[i] * weights[sample.counts().features()[i]][industry];
        }
      }
      return scores;
    }
  }

  static Trained train(List<Sample> samples) {
    IndustryModel.Idf idf = idf(samples);
    List<Vector> vectors = new ArrayList<>();
    for (Sample sample : samples) {
      double[] values = IndustryModel.values(sample.counts(), idf);
      vectors.add(new Vector(sample.counts().features(), values, sample.industry()));
    }
    double[][] machines = new double[INDUSTRIES][];
    SupportVectors supportVectors = new SupportVectors(vectors, COST);
    for (int industry = 0; industry < INDUSTRIES; industry++) {
      machines[industry] = supportVectors.train(industry, DIMENSIONS);
    }
    double[][] bayes = ComplementBayes.train(vectors, INDUSTRIES, DIMENSIONS);
    double share = BAYES_SHARE * spread(vectors, machines) / spread(vectors, bayes);
    double[][] weights = new double[DIMENSIONS][INDUSTRIES];
    for (int feature = 0; feature < DIMENSIONS; feature++) {
      for (int i = 0; i < INDUSTRIES; i++) {
        weights[feature][i] = machines[i][feature] + share * bayes[i][feature];
      }
    }
    return new Trained(idf, weights);
  }

  private static IndustryModel.Idf idf(List<Sample> samples) {
    int[] frequencies = new int[DIMENSIONS];
    for (Sample sample : samples) {
      for (int feature : sample.counts().features()) {
        frequencies[feature]++;
      }
    }
    return new IndustryModel.Idf(samples.size(), frequencies);
  }

  /** Returns the root mean square of the scores around each sample's mean score. */
  private static double spread(List<Vector> vectors, double[][] weights) {
    double squares = 0;
    for (Vector vector : vectors) {
      double sum = 0;
      double square = 0;
      for (double[] of : weights) {
        double score = vector.dot(of);
        sum += score;
        square += score * score;
      }
      squares += square - sum * sum / weights.length;
    }
    return Math.sqrt(squares / (vectors.size() * weights.length));
  }
}
