package dev.prospector.agents.research;

/** What a finding is about. */
public enum FindingKind {
  /** Something new, such as a place that is opened. */
  NEWS,
  /** People it looks for. */
  HIRING,
  /** Money it got. */
  FUNDING,
  /** Something it offers anew. */
  LAUNCH,
  /** A customer's or worker's complaint. */
  COMPLAINT,
  /** A prize. */
  AWARD,
  /** Courts and authorities. */
  LEGAL,
  /** Work with another company. */
  PARTNERSHIP,
  /** Anything else. */
  OTHER
}
