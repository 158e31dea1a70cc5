package dev.prospector.store;

import dev.prospector.call.CallIntent;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import java.util.List;

/**
 * The right to work on one lead of a run. It holds until the lead ends, the lease is given back, or
 * its holder is not heard of for too long and somebody else takes over; from then on whatever its
 * holder writes is refused.
 *
 * @param tenant whose run it is
 * @param run the run's id
 * @param position the lead's place in the input, from 0
 * @param token grows with every lease on this lead, from 1
 * @param lead as it was accepted
 * @param before what an earlier holder left in the middle of the work; {@link Unfinished#NOTHING}
 *     where nobody had begun
 * @param known whether the journal may hold something of this lead; if not, whoever works on it
 *     need not ask before steps that cost nothing
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
   * @param openCalls calls of this run for this lead of which nobody knows how they ended
   */
  public record Unfinished(List<RunEvent> events, List<CallIntent> openCalls) {

    /** Nobody had begun. */
    public static final Unfinished NOTHING = new Unfinished(List.of(), List.of());

    /** Fixes the lists. */
    public Unfinished {
      events = List.copyOf(events);
      openCalls = List.copyOf(openCalls);
    }
  }
}
