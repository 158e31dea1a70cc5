package dev.prospector.tracking.webhook;

import java.time.Instant;

/**
 * How one attempt to deliver ended.
 *
 * @param at when it ended
 * @param status the HTTP status; 0 where no answer came
 * @param failure what went wrong, in a few words without addresses; empty after a success
 */
public record Attempt(Instant at, int status, String failure) {

  /** Returns whether the endpoint took the message. */
  public boolean isSuccess() {
    return failure.isEmpty();
  }
}
