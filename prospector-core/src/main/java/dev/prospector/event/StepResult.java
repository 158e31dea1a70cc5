package dev.prospector.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How one agent ended for one lead.
 *
 * @param step the agent's id
 * @param state how it ended
 * @param reason why it was skipped, failed, or written by rules in a model's place; else empty
 * @param attempts tries made; 0 when nothing was run
 */
public record StepResult(
    @JsonProperty("step") String step,
    @JsonProperty("state") State state,
    @JsonProperty("reason") String reason,
    @JsonProperty("attempts") int attempts) {

  /** How a step ended. */
  public enum State {
    /** The section was written in this run. */
    COMPLETED,
    /** The section was taken from the journal. */
    REUSED,
    /** The agent was not run. */
    SKIPPED,
    /** The agent failed for good. */
    FAILED
  }

  /** Returns whether the section is there. */
  public boolean hasSection() {
    return state == State.COMPLETED || state == State.REUSED;
  }
}
