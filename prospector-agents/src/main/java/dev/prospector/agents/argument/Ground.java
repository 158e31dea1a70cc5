package dev.prospector.agents.argument;

/** On what a statement for people rests. */
public enum Ground {
  /** A source says it of this company. */
  STATED,
  /** A source shows a sign of it. */
  SIGNALLED,
  /** Concluded from kind and size; nobody says it. */
  ASSUMED,
  /** The seller's own words. */
  CONTEXT
}
