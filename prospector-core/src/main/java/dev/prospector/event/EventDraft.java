package dev.prospector.event;

import dev.prospector.lead.Tenant;
import java.time.Instant;

/**
 * An event without its number, which the store of the run's events assigns.
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

  /** Returns the event under its number in a tenant's run. */
  public RunEvent numbered(Tenant tenant, RunId run, long number) {
    return event.at(new RunEvent.Position(run, number, at, tenant));
  }
}
