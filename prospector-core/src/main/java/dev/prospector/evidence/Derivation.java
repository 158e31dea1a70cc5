package dev.prospector.evidence;

/** How a claim's value follows from its quote. */
public enum Derivation {
  /** Code reads exactly this value out of the quote. */
  DERIVED,
  /** The quote stands in the source, but no code reads the value out of it. */
  QUOTED
}
