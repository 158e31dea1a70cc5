package dev.prospector.benchmark.industry;

/** A sample as the model weighs it: features ascending with a value each, and its industry. */
@SuppressWarnings("ArrayRecordComponent")
record Vector(int[] features, double[] values, int industry) {

  double dot(double[] weights) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += values[i] * weights[features[i]];
    }
    return sum;
  }

  double square() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
