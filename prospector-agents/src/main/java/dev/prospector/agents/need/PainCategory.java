package dev.prospector.agents.need;

/** What a problem is about. */
public enum PainCategory {
  /** What it costs. */
  COST,
  /** How long it takes. */
  TIME,
  /** How good it is. */
  QUALITY,
  /** Whether it can grow. */
  GROWTH,
  /** What may go wrong, and rules. */
  RISK,
  /** Those it serves. */
  CUSTOMERS,
  /** Those who work there. */
  PEOPLE,
  /** What it works with. */
  TECHNOLOGY,
  /** How it sells. */
  SALES,
  /** What it is delivered. */
  SUPPLY
}
