package dev.prospector.agents.company;

/**
 * The size of a company by its staff headcount, in the bands of the European Commission's
 * Recommendation 2003/361/EC, article 2; the turnover and balance sheet limits are left aside.
 */
public enum SizeBand {
  /** 1 to 9 people. */
  MICRO(1),
  /** 10 to 49 people. */
  SMALL(10),
  /** 50 to 249 people. */
  MEDIUM(50),
  /** 250 people and more. */
  LARGE(250);

  private final int least;

  SizeBand(int least) {
    this.least = least;
  }

  /** Returns the smallest headcount of the band. */
  public int least() {
    return least;
  }

  /**
   * Returns the band of a headcount.
   *
   * @throws IllegalArgumentException if it is less than one
   */
  public static SizeBand of(int people) {
    if (people < 1) {
      throw new IllegalArgumentException("a company of " + people + " people");
    }
    SizeBand band = MICRO;
    for (SizeBand candidate : values()) {
      band = people >= candidate.least ? candidate : band;
    }
    return band;
  }
}
