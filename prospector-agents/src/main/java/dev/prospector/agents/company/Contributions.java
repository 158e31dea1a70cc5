package dev.prospector.agents.company;

import dev.prospector.agents.relevance.TextPassage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What each place of a text adds to the score of one industry over the mean of all: the value of a
 * feature is shared equally among its occurrences.
 */
final class Contributions {

  private final int[] starts;
  private final double[] sums;

  Contributions(
      IndustryModel model,
      Industry industry,
      IndustryFeatures features,
      IndustryFeatures.Counts counts,
      double[] values) {
    double[] each = new double[counts.features().length];
    for (int i = 0; i < each.length; i++) {
      each[i] = values[i] / counts.counts()[i] * above(model, counts.features()[i], industry);
    }
    int[] order =
        IntStream.range(0, features.size())
            .boxed()
            .sorted(Comparator.comparingInt(features::start))
            .mapToInt(Integer::intValue)
            .toArray();
    starts = new int[order.length];
    sums = new double[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      int at = Arrays.binarySearch(counts.features(), features.feature(order[i]));
      starts[i] = features.start(order[i]);
      sums[i + 1] = sums[i] + each[at];
    }
  }

  /** Returns the sum over what begins within a passage. */
  double of(TextPassage passage) {
    return sums[firstFrom(passage.end())] - sums[firstFrom(passage.start())];
  }

  private int firstFrom(int start) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double above(IndustryModel model, int feature, Industry industry) {
    double mean = 0;
    for (Industry other : Industry.values()) {
      mean += model.weight(feature, other.ordinal()) / Industry.values().length;
    }
    return model.weight(feature, industry.ordinal()) - mean;
  }
}
