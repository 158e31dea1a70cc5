package dev.prospector.model;

/** How long a model is to think before it answers, where it can be told. */
public enum Effort {
  /** Not at all, where that can be said. */
  NONE,
  /** A little. */
  LOW,
  /** As usual. */
  MEDIUM,
  /** Long. */
  HIGH;

  /** Returns the next lower one, or this if there is none. */
  public Effort lower() {
    return this == NONE ? NONE : values()[ordinal() - 1];
  }
}
