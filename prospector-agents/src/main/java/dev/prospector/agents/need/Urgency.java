package dev.prospector.agents.need;

/** How soon a problem has to be solved. */
public enum Urgency {
  /** A sign of it, no more. */
  LOW,
  /** The company says that it has it. */
  MEDIUM,
  /** There is a date within 90 days. */
  HIGH,
  /** There is a date within 30 days. */
  CRITICAL
}
