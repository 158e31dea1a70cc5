package dev.prospector.event;

/** What a run is doing, or how it ended. */
public enum RunState {
  /** It waits in a queue for its turn. */
  QUEUED,
  /** Leads are being worked on. */
  RUNNING,
  /** No new steps begin. */
  PAUSED,
  /** No new leads begin; those in flight are finished. */
  STOPPING,
  /** Every lead that was given ended. */
  COMPLETED,
  /** Ended on request before every lead had its turn; those begun are finished. */
  STOPPED,
  /** Ended at once on request; what was done is kept. */
  CANCELLED,
  /** Ended because its time was over. */
  TIMED_OUT,
  /** Ended because leads could not be read or results not kept. */
  FAILED;

  /** Returns whether nothing more will happen. */
  public boolean isEnded() {
    return compareTo(COMPLETED) >= 0;
  }
}
