package dev.prospector.agents.qualification;

import java.util.List;

/** The weighted mean of parts that are ranges. */
final class WeighParts {

  private WeighParts() {}

  static Scores.Score score(List<Scores.Part> parts) {
    double low = 0;
    double high = 0;
    double weights = 0;
    for (Scores.Part part : parts) {
      low += part.weight() * part.value().low();
      high += part.weight() * part.value().high();
      weights += part.weight();
    }
    ScoreRange range =
        weights == 0
            ? ScoreRange.UNKNOWN
            : new ScoreRange(low / weights, Math.min(1, high / weights));
    return new Scores.Score(range, parts);
  }
}
