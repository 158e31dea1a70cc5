package dev.prospector.store;

import dev.prospector.call.CallIntent;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import java.util.List;

/**
 * The right to work on one lead of a run. It holds until the lead ends, the lease is released, or
 * its heartbeats stop for too long and another holder takes over; from then on all writes under it
 * are refused.
 *
 * @param tenant whose run it is
 * @param run the run's id
 * @param position the lead's place in the input, from 0
 * @param token grows with every lease on this lead, from 1
 * @param lead as it was accepted
 * @param before what an earlier holder left in the middle of the work; {@link Unfinished#NOTHING}
 *     if the lead had not been begun
 * @param known whether the journal may hold something of this lead; if not, its holder need not ask
 *     before steps that cost nothing
 */
public record Lease(
    Tenant tenant,
    RunId run,
    long position,
    long token,
    Lead lead,
    Unfinished before,
    boolean known) {

  /**
   * What the work on a lead left behind that did not end.
   *
   * @param events those of this lead since its last {@code LeadStarted}, in order; they stand, and
   *     are not written again
   * @param openCalls calls of this run for this lead with an unknown outcome
   * @param lost the holders that fell silent over it
   */
  public record Unfinished(List<RunEvent> events, List<CallIntent> openCalls, LostHolders lost) {

    /** The lead had not been begun. */
    public static final Unfinished NOTHING = new Unfinished(List.of(), List.of(), LostHolders.NONE);

    /** Fixes the lists. */
    public Unfinished {
      events = List.copyOf(events);
      openCalls = List.copyOf(openCalls);
    }
  }
}
