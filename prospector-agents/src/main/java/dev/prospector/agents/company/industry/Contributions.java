package dev.prospector.agents.company.industry;

import dev.prospector.agents.relevance.TextPassage;
import java.util.Arrays;
import java.util.List;

/**
 * What each passage of a text adds to the score of one industry over the mean of all: the value of
 * a feature is shared equally among its occurrences.
 */
final class Contributions {

  private final IndustryModel model;
  private final Industry industry;

  Contributions(IndustryModel model, Industry industry) {
    this.model = model;
    this.industry = industry;
  }

  /** Returns the sum of each passage, in their order; passages must be in the text's order. */
  double[] of(List<TextPassage> passages, IndustryFeatures features) {
    IndustryFeatures.Counts counts = features.counts();
    double[] values = model.values(counts);
    for (int i = 0; i < values.length; i++) {
      values[i] *= above(counts.features()[i]) / counts.counts()[i];
    }
    int[] starts = passages.stream().mapToInt(TextPassage::start).toArray();
    double[] sums = new double[starts.length];
    for (int i = 0; i < features.size(); i++) {
      int place = Arrays.binarySearch(starts, features.start(i));
      int passage = place >= 0 ? place : -place - 2;
      if (passage >= 0) {
        sums[passage] += values[Arrays.binarySearch(counts.features(), features.feature(i))];
      }
    }
    return sums;
  }

  private double above(int feature) {
    double mean = 0;
    for (int other = 0; model.knows(feature) && other < Industry.values().length; other++) {
      mean += model.weight(feature, other) / Industry.values().length;
    }
    return model.weight(feature, industry.ordinal()) - mean;
  }
}
