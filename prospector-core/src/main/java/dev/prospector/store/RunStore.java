package dev.prospector.store;

import dev.prospector.budget.Budget;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Keeps runs so that they survive the process that began them: their leads, their events, and
 * together with {@link #journal()} and {@link #leads()} everything that is found out. Every change
 * is one transaction and is durable when the method returns; the events that tell of it are part of
 * it.
 *
 * <p>Events are numbered from 1 per run without gaps, also when several processes work on one run;
 * a number is never given twice. The store itself writes the events of the run: {@code RunStarted}
 * when it is opened, {@code RunPaused} and {@code RunResumed} when that takes effect, and {@code
 * RunFinished} in the transaction that ends it.
 *
 * <p>A store object is the holder of the leases that were given through it, and renews them by
 * heartbeats while its process lives. The lease of a holder that is silent for too long has
 * expired: other holders may take the lead over, and until one does, the silent holder can still
 * write. Implementations are safe for several threads, and where they are on a shared database, for
 * several processes.
 *
 * <p>Every method that is told of a run which its tenant does not have throws a {@link
 * dev.prospector.error.RunException} that names it, but for {@link #open} and {@link #find}, and
 * for {@link #commit} and {@link #release}, to which it is a lost lease.
 */
public interface RunStore {

  /** Returns the journal that is written in the same transactions. */
  Journal journal();

  /** Returns the leads that are written in the same transactions. */
  LeadStore leads();

  /**
   * Returns limits that everybody shares who works over this store, as one more holder of them: to
   * be asked for once and kept.
   */
  SharedLimits limits();

  /** Returns which runs wait for their turn, written in the same transactions. */
  QueueStore queue();

  /** Returns whether a commit also settles reservations of this budget. */
  boolean settles(Budget budget);

  /**
   * Asks whether it can be reached, as for a health check.
   *
   * @throws dev.prospector.error.PortException if it cannot
   */
  default void check() {
    list(Tenant.DEFAULT, Optional.empty(), 1);
  }

  /**
   * Begins a run, or finds the one that has this id, which stays as it is, also if it has ended.
   *
   * @param notes kept only when the run is new; {@link #note} changes them
   * @param terms kept only when the run is new
   * @throws dev.prospector.error.RunException if the run exists with another pipeline
   */
  StoredRun open(
      Tenant tenant, RunId run, String pipeline, Map<String, String> notes, RunTerms terms);

  /** Begins a run by default terms, or finds the one that has this id. */
  default StoredRun open(Tenant tenant, RunId run, String pipeline, Map<String, String> notes) {
    return open(tenant, run, pipeline, notes, RunTerms.DEFAULTS);
  }

  /** Returns a run. */
  Optional<StoredRun> find(Tenant tenant, RunId run);

  /**
   * Returns runs, the latest begun first.
   *
   * @param before the run after which to go on; empty for the beginning
   * @param limit the most to return, from 1
   */
  List<StoredRun> list(Tenant tenant, Optional<RunId> before, int limit);

  /**
   * Returns runs of all tenants in one state, in the order of tenants and ids: such as those that a
   * host takes up again when it starts.
   *
   * @param after the one after which to go on; empty for the beginning
   * @param limit the most to return, from 1
   */
  List<QueueStore.OfTenant> list(RunState state, Optional<QueueStore.OfTenant> after, int limit);

  /**
   * Keeps other notes with a run, in the place of those it had.
   *
   * @return the run as it is then
   */
  StoredRun note(Tenant tenant, RunId run, Map<String, String> notes);

  /**
   * Erases who began them from all runs that a person began, and returns how many there were; their
   * titles stay.
   */
  int forget(Tenant tenant, String person);

  /**
   * Accepts leads of the input. Those whose position was accepted before are passed over, so that
   * an input can be given again.
   *
   * <p>In every state of the run, also when it has ended before its input was complete: the leads
   * wait.
   *
   * @param from the position of the first of them; not beyond the number accepted so far
   * @return the number accepted so far
   * @throws dev.prospector.error.RunException if there are new ones, and the input is complete
   * @throws IllegalArgumentException if positions would be left out
   */
  long accept(Tenant tenant, RunId run, long from, List<Lead> leads);

  /**
   * Returns the leads at the first positions of the input as they were accepted, in order; those
   * that were removed from {@link #leads()} since are left out.
   *
   * @param most how many positions to look at, from 1
   */
  SortedMap<Long, Lead> beginning(Tenant tenant, RunId run, int most);

  /**
   * Says that the input is complete, which ends the run if all its leads have ended. The last lead
   * that ends does so otherwise: as {@code COMPLETED}, also while the run is paused, or as what was
   * asked for by then.
   */
  void complete(Tenant tenant, RunId run);

  /**
   * Takes leads without a holder that have not ended, in the order of the input: none, while the
   * run is paused or told to end.
   *
   * @param most how many at most, from 1
   */
  List<Lease> claim(Tenant tenant, RunId run, int most);

  /** Takes one lead, unless it ended, somebody works on it, or the run takes no more. */
  Optional<Lease> claim(Tenant tenant, RunId run, long position);

  /**
   * Gives a lease back: the lead waits again, with what was done for it, but without its {@link
   * LostHolders}. Does nothing if it is lost already.
   */
  void release(Lease lease);

  /**
   * Gives back every lead of a run that was leased through this store object, but for those whose
   * leases are known. A claim that failed may have been made before its answer was lost.
   *
   * @param known what was claimed through this store object and is worked on
   */
  void releaseAllBut(Tenant tenant, RunId run, List<Lease> known);

  /**
   * Writes what changes for one lead, in every state of the run. Commits under one lease are made
   * one after the other; writing one again changes nothing, and is answered like the first time. An
   * intent under the key of an open one takes its place.
   *
   * @throws dev.prospector.error.LeaseLostException if the lease does not hold any more; nothing
   *     was written
   * @throws IllegalArgumentException if one of the {@linkplain RunCommit#calls() calls} was not
   *     intended or has an outcome already, a settlement is not of a budget that is {@linkplain
   *     #settles settled here}, or the ending leaves the lead in a status in which it has not
   *     ended; nothing was written
   */
  RunCommit.Outcome commit(RunCommit commit);

  /**
   * Returns what is known of a call that was made for a lead in this run before this lease, and was
   * answered.
   *
   * @param call its idempotency key
   * @param question the fingerprint of what is asked; the answer is given to who asks the same
   */
  Optional<AnsweredCall> answered(Lease lease, String call, Fingerprint question);

  /**
   * Asks for a state: {@code PAUSED} and {@code RUNNING} take effect at once, {@code STOPPED},
   * {@code CANCELLED}, {@code TIMED_OUT} and {@code FAILED} as soon as no lead has a holder any
   * more, and no more leads are given out from now on. What does not apply changes nothing:
   *
   * <ul>
   *   <li>{@code PAUSED} applies to a run that gives out leads.
   *   <li>{@code RUNNING} takes a pause back, and any other wish but {@code CANCELLED}; it opens a
   *       run again that was stopped, timed out or failed, which is written as {@code RunResumed}.
   *   <li>Of the others the first stands, but that {@code STOPPED} gives way.
   * </ul>
   *
   * @param wish {@code RUNNING}, {@code PAUSED}, or how to end other than {@code COMPLETED}
   * @return the run as it is then
   */
  StoredRun steer(Tenant tenant, RunId run, RunState wish);

  /**
   * Lets the failed leads of a run wait again, and if there are any, opens the run again if it has
   * ended, which is written as {@code RunResumed}. Their finished steps stay. A run that was
   * cancelled is left as it is.
   *
   * @return how many there are
   */
  long retryFailed(Tenant tenant, RunId run);

  /**
   * Returns events in order.
   *
   * @param after the number after which to start; 0 for the beginning
   * @param limit the most to return, from 1
   */
  List<RunEvent> events(Tenant tenant, RunId run, long after, int limit);

  /**
   * Returns the positions of leads that did not end, whether or not somebody works on them, in
   * order.
   *
   * @param from the position from which to start
   * @param limit the most to return, from 1
   */
  List<Long> unfinished(Tenant tenant, RunId run, long from, int limit);

  /**
   * Returns what became of leads that follow one another and have all ended; ends before the first
   * that has not. Those that were removed from {@link #leads()} since are passed over.
   *
   * @param from the position of the first
   * @param limit the most to return, from 1
   */
  List<StoredResult> results(Tenant tenant, RunId run, long from, int limit);
}
