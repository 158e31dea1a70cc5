package dev.prospector.agents.registration;

/** What a register says about a registration. */
public enum RegistrationStatus {
  /** In force. */
  ACTIVE,
  /** In force, with the company in recovery, administration or liquidation. */
  INSOLVENT,
  /** Suspended for a time. */
  SUSPENDED,
  /** Declared unfit for missing its obligations (Brazil: inapta). */
  UNFIT,
  /** Ended: struck off, dissolved, closed, lapsed or void. */
  ENDED
}
