package dev.prospector.agents.argument;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A score with the parts it was computed from.
 *
 * @param range in 0..1
 * @param parts by name, in the order of the formula
 */
public record Score(
    @JsonProperty("range") ScoreRange range, @JsonProperty("parts") List<Part> parts) {

  /** Fixes the list. */
  public Score {
    parts = List.copyOf(parts);
  }

  /** Returns the weighted mean of parts that are ranges; unknown without any. */
  public static Score mean(List<Part> parts) {
    double low = 0;
    double high = 0;
    double weights = 0;
    for (Part part : parts) {
      low += part.weight() * part.value().low();
      high += part.weight() * part.value().high();
      weights += part.weight();
    }
    ScoreRange range =
        weights == 0
            ? ScoreRange.UNKNOWN
            : new ScoreRange(low / weights, Math.min(1, high / weights));
    return new Score(range, parts);
  }

  /**
   * One part of a score.
   *
   * @param name as in the formula
   * @param value in 0..1
   * @param weight with which it counts
   */
  public record Part(
      @JsonProperty("name") String name,
      @JsonProperty("value") ScoreRange value,
      @JsonProperty("weight") double weight) {}
}
