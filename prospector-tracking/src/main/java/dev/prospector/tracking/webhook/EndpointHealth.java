package dev.prospector.tracking.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint is doing. It changes with every attempt, in the transaction that keeps the
 * attempt's result.
 *
 * @param state whether it is sent messages
 * @param failingSince the first failure after which there was no success
 * @param lastFailure the latest of these failures
 * @param pausedUntil nothing is sent before, since the endpoint asked for time
 */
public record EndpointHealth(
    EndpointState state,
    Optional<Instant> failingSince,
    Optional<Instant> lastFailure,
    Optional<Instant> pausedUntil) {

  /** Active, and never failed. */
  public static final EndpointHealth NEW =
      new EndpointHealth(
          EndpointState.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns whether its last attempt failed: then one message at a time is tried. */
  public boolean isFailing() {
    return failingSince.isPresent();
  }

  /** Returns whether nothing is to be sent at this time. */
  public boolean isQuiet(Instant now) {
    return !state.isActive() || pausedUntil.filter(now::isBefore).isPresent();
  }

  /** Returns what it is after a success; it does not make a disabled endpoint active. */
  public EndpointHealth succeeded() {
    return new EndpointHealth(state, Optional.empty(), Optional.empty(), pausedUntil);
  }

  /**
   * Returns what it is after a failure.
   *
   * @param window after failures alone over so long a time it is disabled; failures that lie
   *     further apart than that do not count together
   */
  public EndpointHealth failed(Instant now, Duration window) {
    Instant since =
        lastFailure
            .filter(last -> !now.isAfter(last.plus(window)))
            .flatMap(l -> failingSince)
            .orElse(now);
    boolean tooLong = !now.isBefore(since.plus(window));
    return new EndpointHealth(
        tooLong && state.isActive() ? EndpointState.DISABLED_FAILING : state,
        Optional.of(since),
        Optional.of(now),
        pausedUntil);
  }

  /**
   * Returns it with nothing to be sent before a time, or the later one that it was given before.
   */
  public EndpointHealth paused(Instant until) {
    Instant later = pausedUntil.filter(before -> before.isAfter(until)).orElse(until);
    return new EndpointHealth(state, failingSince, lastFailure, Optional.of(later));
  }

  /** Returns it in another state; made active it begins anew. */
  public EndpointHealth in(EndpointState other) {
    return other.isActive()
        ? NEW
        : new EndpointHealth(other, failingSince, lastFailure, pausedUntil);
  }
}
