package dev.prospector.lead;

/** What has become of a lead. */
public enum LeadStatus {
  /** Found by a search, not yet accepted. */
  HARVESTED,
  /** Waiting for its turn. */
  QUEUED,
  /** Being worked on. */
  ENRICHING,
  /** All agents ended. */
  ENRICHED,
  /** An agent failed; what was found before is kept. */
  FAILED,
  /** Not worked on, for the reason given. */
  SKIPPED,
  /** Not worked on, because somebody said no. */
  SUPPRESSED
}
