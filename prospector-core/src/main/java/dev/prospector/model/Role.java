package dev.prospector.model;

/** What an agent needs a model for; a host may choose another model for each. */
public enum Role {
  /** To find what a text says. */
  EXTRACT,
  /** To weigh what was found. */
  REASON,
  /** To write for people. */
  WRITE
}
