package dev.prospector.agents.qualification;

/** How well a lead is qualified. */
public enum Tier {
  /** Contact first. */
  HIGH(0.8),
  /** Worth contacting. */
  MEDIUM(0.6),
  /** Only if there is time. */
  LOW(0.4),
  /** Not a customer for us. */
  NOT_QUALIFIED(0);

  private final double threshold;

  Tier(double threshold) {
    this.threshold = threshold;
  }

  /** Returns the least score of this tier, in 0..1. */
  public double threshold() {
    return threshold;
  }

  /** Returns the tier of a score in 0..1. */
  public static Tier of(double score) {
    for (Tier tier : values()) {
      if (score >= tier.threshold) {
        return tier;
      }
    }
    return NOT_QUALIFIED;
  }
}
