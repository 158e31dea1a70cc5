package dev.prospector.engine.internal.lead;

import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.retry.StepTrials;
import dev.prospector.event.EventDraft;
import dev.prospector.lookup.LookUp;
import dev.prospector.run.LeadResult;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.StepCommit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Records the progress of one lead in one run. Writing to one that {@link #isAbandoned()} throws
 * {@link LeadAbandoned}. Safe for several threads.
 */
public interface LeadBook {

  /**
   * Returns whether nothing more is to be done for the lead here: somebody else has it, or will.
   */
  boolean isAbandoned();

  /**
   * Returns whether the journal held nothing of the lead when the work on it began, so that only
   * somebody who works on it beside this process can have written something since.
   */
  boolean isNew();

  /** Returns what is known of processes that died while they held the lead. */
  default StepTrials trials() {
    return StepTrials.NONE;
  }

  /** Asks a store something; where the lead is not lost by it, as often as it takes. */
  <T> T ask(Supplier<T> question);

  /** Keeps an event; at the latest with what is written next. */
  void note(EventDraft.Unnumbered event);

  /**
   * Writes the results of steps, all of them or none, with the events that tell of them.
   *
   * @return the results that stand, in the same order
   */
  List<StepCommit> commit(List<StepCommit> steps, List<EventDraft.Unnumbered> completed);

  /** Writes the result of one step, with the event that tells of it, and returns what stands. */
  default StepCommit commit(StepCommit step, EventDraft.Unnumbered completed) {
    return commit(List.of(step), List.of(completed)).get(0);
  }

  /** Keeps what a source was just asked for a step that goes on, and what it answered. */
  void lookedUp(LookUp lookUp);

  /** Writes that a step has failed for good, with the calls that it was answered. */
  void fail(List<CallOutcome> answered, EventDraft.Unnumbered failed);

  /** Returns what was told of the lead before this process took over. */
  ToldBefore toldBefore();

  /**
   * Writes that a call is about to be made.
   *
   * @param heard what the same step was answered since it wrote the last intent
   */
  void intend(CallIntent intent, List<CallAnswer> heard);

  /**
   * Returns only if the lead was ours a moment ago: a process that stood still since it wrote an
   * intent would make a call that somebody else has made by now.
   */
  void confirm();

  /** Keeps what an answered call really cost. */
  void answered(CallIntent intent, Usage real);

  /** Keeps what a reservation really came to. */
  void spent(Reservation reservation, Usage real);

  /** Gives back what was reserved for something that will not be done, of which nothing is kept. */
  void release(Reservation reservation);

  /**
   * Gives back what was reserved for a call that failed.
   *
   * @param outcome written now; empty if the call's earlier answer is written with its step
   */
  void failed(Reservation reservation, Optional<CallOutcome> outcome);

  /** Records that the outcome of a call is unknown: it counts in full. */
  void unknown(CallIntent intent);

  /**
   * Returns a call that was intended, and perhaps made, before this process took over. It stays
   * open until it is intended anew, answered after all, or the lead ends: the next holder must find
   * it so. Unless it was answered it counts in full then.
   */
  Optional<CallIntent> openCall(String key);

  /** Returns all such calls, in any order. */
  default List<CallIntent> openCalls() {
    return List.of();
  }

  /** Returns what calls for the lead cost before this process took over; open ones in full. */
  Usage spentBefore();

  /** Returns what is known of a call that was answered before this process took over. */
  Optional<AnsweredCall> answeredCall(String key, Fingerprint question);

  /**
   * Writes that the lead is not worked on; what is stored about it stays, and is not handed out.
   */
  void refuse(LeadResult result);

  /** Writes how the lead ended; the dossier is put over what is stored by then. */
  void end(LeadResult result, UnaryOperator<Dossier> write);
}
