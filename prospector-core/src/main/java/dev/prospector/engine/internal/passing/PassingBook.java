package dev.prospector.engine.internal.passing;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.lead.ToldBefore;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.event.EventDraft;
import dev.prospector.lookup.LookUp;
import dev.prospector.run.LeadResult;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The book of a run that ends with its process: results go to the journal and events to the sinks,
 * each for itself.
 */
final class PassingBook implements LeadBook {

  private final RunExecution execution;
  private final Workplace run;
  private final ResultWindow.Slot slot;
  private final RetryStore store;

  PassingBook(RunExecution execution, Workplace run, ResultWindow.Slot slot) {
    this.execution = execution;
    this.run = run;
    this.slot = slot;
    this.store = new RetryStore(run.threads());
  }

  @Override
  public boolean isAbandoned() {
    return false;
  }

  @Override
  public boolean isNew() {
    return false;
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    return store.insist(question);
  }

  @Override
  public void note(EventDraft.Unnumbered event) {
    execution.publish(event);
  }

  @Override
  public List<StepCommit> commit(List<StepCommit> steps, List<EventDraft.Unnumbered> completed) {
    List<StepCommit> stood = new ArrayList<>();
    steps.forEach(step -> stood.add(written(step)));
    completed.forEach(execution::publish);
    return stood;
  }

  @Override
  public StepCommit commit(StepCommit step, EventDraft.Unnumbered completed) {
    StepCommit stood = written(step);
    execution.publish(completed);
    return stood;
  }

  private StepCommit written(StepCommit step) {
    return ask(() -> journal().commit(run.tenant(), step));
  }

  @Override
  public void lookedUp(LookUp lookUp) {
    var unused =
        ask(
            () -> {
              journal().keep(run.tenant(), lookUp);
              return true;
            });
  }

  @Override
  public void fail(List<CallOutcome> answered, EventDraft.Unnumbered failed) {
    answered.forEach(outcome -> journal().settle(run.tenant(), outcome));
    execution.publish(failed);
  }

  @Override
  public ToldBefore toldBefore() {
    return ToldBefore.NOTHING;
  }

  @Override
  public void intend(CallIntent intent, List<CallAnswer> heard) {
    var unused =
        ask(
            () -> {
              journal().intend(run.tenant(), intent);
              return true;
            });
  }

  @Override
  public void confirm() {
    // No other process can have the lead.
  }

  @Override
  public void answered(CallIntent intent, Usage real) {
    spent(intent.reservation(), real);
  }

  @Override
  public void spent(Reservation reservation, Usage real) {
    run.deferred().add(() -> budget().settle(reservation, real));
  }

  @Override
  public void release(Reservation reservation) {
    run.deferred().add(() -> budget().release(reservation));
  }

  @Override
  public void failed(Reservation reservation, Optional<CallOutcome> outcome) {
    release(reservation);
    outcome.ifPresent(o -> journal().settle(run.tenant(), o));
  }

  @Override
  public void unknown(CallIntent intent) {
    spent(intent.reservation(), intent.reservation().atMost());
  }

  @Override
  public Optional<CallIntent> openCall(String key) {
    return Optional.empty();
  }

  @Override
  public Usage spentBefore() {
    return Usage.NONE;
  }

  @Override
  public Optional<AnsweredCall> answeredCall(String key, Fingerprint question) {
    return Optional.empty();
  }

  @Override
  public void refuse(LeadResult result) {
    var unused = ask(() -> execution.stored().keep(result, dossier -> dossier));
    execution.ended(slot, result);
  }

  @Override
  public void end(LeadResult result, UnaryOperator<Dossier> write) {
    execution.ended(slot, ask(() -> execution.stored().keep(result, write)));
  }

  private Journal journal() {
    return run.ports().storage().journal();
  }

  private Budget budget() {
    return run.ports().spending().budget();
  }
}
