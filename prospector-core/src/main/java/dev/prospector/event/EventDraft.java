package dev.prospector.event;

import java.time.Instant;

/**
 * An event that lacks only its number, which whoever keeps the run's events gives it.
 *
 * @param at when it happened
 * @param event the event, once its position is known
 */
public record EventDraft(Instant at, Unnumbered event) {

  /** An event that lacks only its position. */
  @FunctionalInterface
  public interface Unnumbered {

    /** Returns the event at a position. */
    RunEvent at(RunEvent.Position position);
  }

  /** Returns the event under its number. */
  public RunEvent numbered(RunId run, long number) {
    return event.at(new RunEvent.Position(run, number, at));
  }
}
