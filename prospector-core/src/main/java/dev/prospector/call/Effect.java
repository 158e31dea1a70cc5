package dev.prospector.call;

/**
 * What a call does outside, and so how a call is recovered whose outcome is unknown because its
 * process died. Every port that calls a service declares it.
 */
public enum Effect {
  /** It reads, and changes nothing there: it is made again, within the budget. */
  READ,
  /** The service does the work of one idempotency key once: it is made again under its key. */
  IDEMPOTENT,
  /** To make it twice would do harm: it is never made again until a person decided. */
  AT_MOST_ONCE
}
