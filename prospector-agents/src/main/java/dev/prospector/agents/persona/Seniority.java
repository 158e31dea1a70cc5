package dev.prospector.agents.persona;

/** How high somebody stands. */
public enum Seniority {
  /** Owns the company. */
  OWNER,
  /** Leads the company. */
  C_LEVEL,
  /** Leads a department. */
  DIRECTOR,
  /** Leads a team. */
  MANAGER,
  /** Leads nobody that is known. */
  SPECIALIST
}
