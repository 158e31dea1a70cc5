package dev.prospector.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.prospector.budget.Usage;

/**
 * How a call ended.
 *
 * @param call its idempotency key
 * @param ending whether it was answered
 * @param usage what it really cost; the reserved bound when that is not known
 */
public record CallOutcome(
    @JsonProperty("call") String call,
    @JsonProperty("ending") Ending ending,
    @JsonProperty("usage") Usage usage) {

  /** How a call ended. */
  public enum Ending {
    /** An answer came. */
    ANSWERED,
    /** The provider said no, or could not be reached: it did nothing and charges nothing. */
    FAILED,
    /** It is unknown whether the provider did the work. */
    OUTCOME_UNKNOWN
  }
}
