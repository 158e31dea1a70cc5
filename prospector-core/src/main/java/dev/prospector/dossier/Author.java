package dev.prospector.dossier;

/** By what means a section or a field was written. */
public enum Author {
  /** A language model, checked by code. */
  MODEL,
  /** Deterministic rules. */
  RULES,
  /** Taken over from a source such as a register. */
  SOURCE,
  /** A person. No agent overwrites it. */
  HUMAN
}
