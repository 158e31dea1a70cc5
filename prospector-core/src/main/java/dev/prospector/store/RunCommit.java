package dev.prospector.store;

import dev.prospector.budget.Settlement;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Dossier;
import dev.prospector.event.EventDraft;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lookup.LookUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that changes together in one transaction of a run: all of it is there afterwards, or
 * none.
 *
 * @param lease for which lead, and by what right
 * @param number counts the commits under this lease, from 1: a commit with the number of the last
 *     one that was written, or a lower one, is not written again, so that a commit with an unknown
 *     outcome can be retried
 * @param events what to append to the run's events, in order
 * @param intent a call that is about to be made
 * @param answers to earlier calls of a step that goes on: they end these calls, and are kept,
 *     sealed where a store outlives its process, until the step is committed, the lead ends
 *     otherwise than {@code FAILED}, or is forgotten; one whose call is not open is passed over
 * @param lookUps what sources were just asked by steps that go on, and what they answered
 * @param steps the results of steps, with the outcomes of their calls; several where one answer
 *     gave all of them, each under a fingerprint of its own
 * @param calls outcomes of calls whose step has nothing to commit
 * @param settlements what became of reservations; only where {@link RunStore#settles} the budget
 * @param ending how the lead ended; the lease ends with it
 * @param executions how often steps were begun since a holder {@linkplain LostHolders fell silent},
 *     the one that is about to begin included; empty if that is as before
 */
public record RunCommit(
    Lease lease,
    long number,
    List<EventDraft> events,
    Optional<CallIntent> intent,
    List<CallAnswer> answers,
    List<LookUp> lookUps,
    List<StepCommit> steps,
    List<CallOutcome> calls,
    List<Settlement> settlements,
    Optional<Ending> ending,
    Map<String, Integer> executions) {

  /** Fixes the lists. */
  public RunCommit {
    events = List.copyOf(events);
    answers = List.copyOf(answers);
    lookUps = List.copyOf(lookUps);
    steps = List.copyOf(steps);
    calls = List.copyOf(calls);
    settlements = List.copyOf(settlements);
    executions = Map.copyOf(executions);
  }

  /** Returns a commit of events alone. */
  public static RunCommit of(Lease lease, long number, List<EventDraft> events) {
    return new RunCommit(
        lease,
        number,
        events,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  /** Returns this commit with a call that is about to be made. */
  public RunCommit intending(CallIntent call) {
    return new RunCommit(
        lease,
        number,
        events,
        Optional.of(call),
        answers,
        lookUps,
        steps,
        calls,
        settlements,
        ending,
        executions);
  }

  /** Returns this commit with answers to earlier calls of a step that goes on. */
  public RunCommit answering(List<CallAnswer> heard) {
    return new RunCommit(
        lease,
        number,
        events,
        intent,
        heard,
        lookUps,
        steps,
        calls,
        settlements,
        ending,
        executions);
  }

  /** Returns this commit with what sources were just asked. */
  public RunCommit lookingUp(List<LookUp> asked) {
    return new RunCommit(
        lease,
        number,
        events,
        intent,
        answers,
        asked,
        steps,
        calls,
        settlements,
        ending,
        executions);
  }

  /** Returns this commit with the result of a step. */
  public RunCommit completing(StepCommit result) {
    return completing(List.of(result));
  }

  /** Returns this commit with the results of steps that become durable together. */
  public RunCommit completing(List<StepCommit> results) {
    return new RunCommit(
        lease,
        number,
        events,
        intent,
        answers,
        lookUps,
        results,
        calls,
        settlements,
        ending,
        executions);
  }

  /** Returns this commit with outcomes of calls whose step has nothing to commit. */
  public RunCommit noting(List<CallOutcome> outcomes) {
    return new RunCommit(
        lease,
        number,
        events,
        intent,
        answers,
        lookUps,
        steps,
        outcomes,
        settlements,
        ending,
        executions);
  }

  /** Returns this commit with what became of reservations. */
  public RunCommit settling(List<Settlement> settled) {
    return new RunCommit(
        lease, number, events, intent, answers, lookUps, steps, calls, settled, ending, executions);
  }

  /** Returns this commit with the end of the lead. */
  public RunCommit ending(Ending how) {
    return new RunCommit(
        lease,
        number,
        events,
        intent,
        answers,
        lookUps,
        steps,
        calls,
        settlements,
        Optional.of(how),
        executions);
  }

  /** Returns this commit with how often steps were begun since a holder fell silent. */
  public RunCommit executing(Map<String, Integer> begun) {
    return new RunCommit(
        lease, number, events, intent, answers, lookUps, steps, calls, settlements, ending, begun);
  }

  /**
   * How a lead ended.
   *
   * @param lead at its new stage and status, as the next version of what is stored
   * @param dossier what is known now
   * @param steps how each agent ended, in the pipeline's order
   */
  public record Ending(Lead lead, Dossier dossier, List<StepResult> steps) {

    /** Fixes the list. */
    public Ending {
      steps = List.copyOf(steps);
    }
  }

  /** What became of a commit. */
  public sealed interface Outcome {

    /**
     * It is durable.
     *
     * @param steps the results that stand, in the commit's order: of two under one fingerprint the
     *     first
     */
    record Kept(List<StepCommit> steps) implements Outcome {

      /** Fixes the list. */
      public Kept {
        steps = List.copyOf(steps);
      }
    }

    /**
     * Nothing was written, since the stored lead has the same or a newer version than the ending's:
     * read it, and commit over it.
     */
    record Outdated() implements Outcome {}
  }
}
