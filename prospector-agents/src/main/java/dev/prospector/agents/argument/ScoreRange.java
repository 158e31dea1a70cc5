package dev.prospector.agents.argument;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A score of which not everything is known: it lies between low and high for all values that the
 * unknown factors can have.
 *
 * @param low in 0..1
 * @param high in 0..1, at least {@code low}
 */
public record ScoreRange(@JsonProperty("low") double low, @JsonProperty("high") double high) {

  /** Nothing known. */
  public static final ScoreRange UNKNOWN = new ScoreRange(0, 1);

  /** Rounds to three decimals and checks the order. */
  public ScoreRange {
    low = rounded(low);
    high = rounded(high);
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("not a range within 0..1: [" + low + ", " + high + "]");
    }
  }

  /** Returns a score that is known. */
  public static ScoreRange exactly(double score) {
    return new ScoreRange(score, score);
  }

  /** Returns how much of the score is known: 1 when all of it is, 0 when nothing. */
  public double known() {
    return 1 - (high - low);
  }

  /** Returns the middle. */
  public double middle() {
    return (low + high) / 2;
  }

  /** Returns a value rounded to three decimals. */
  public static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  @Override
  public String toString() {
    return low == high ? String.valueOf(low) : low + " to " + high;
  }
}
