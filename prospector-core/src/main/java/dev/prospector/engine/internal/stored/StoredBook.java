package dev.prospector.engine.internal.stored;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Settlement;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.lead.StoredLeads;
import dev.prospector.engine.internal.lead.ToldBefore;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.engine.internal.retry.StepTrials;
import dev.prospector.engine.internal.step.GuardedModel;
import dev.prospector.engine.internal.step.LeadEnd;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.LeaseLostException;
import dev.prospector.event.EventDraft;
import dev.prospector.lookup.LookUp;
import dev.prospector.run.LeadResult;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.StepCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The book of a lead in a run that is stored: what belongs together is one transaction under the
 * lead's lease. Writes of one lead follow one another, so that its events stand in their order.
 */
final class StoredBook implements LeadBook {

  /** Well below the time after which others take over the leads of a process that is silent. */
  private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Workplace run;
  private final RunStore runs;
  private final Lease lease;
  private final StoredLeads stored;
  private final RetryStore store;
  private final boolean settlesToo;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<EventDraft> events = new ArrayList<>();
  private final List<CallOutcome> outcomes = new ArrayList<>();
  private final List<Settlement> settlements = new ArrayList<>();
  private final ToldBefore before;
  private final StepTrials trials;
  private final Map<String, CallIntent> openCalls = new HashMap<>();

  /** Calls of which it is written that they were answered. */
  private final Set<String> answeredCalls = ConcurrentHashMap.newKeySet();

  private long number;

  /** When a write was begun that was kept, so that the lead was ours then or later. */
  private volatile long keptNanos;

  /** The store could not be reached for too long: what was done here since is done again. */
  private volatile boolean givenUp;

  private volatile boolean lost;
  private volatile boolean ended;

  StoredBook(Workplace run, RunStore runs, Lease lease) {
    this.run = run;
    this.runs = runs;
    this.lease = lease;
    this.stored = new StoredLeads(Optional.of(runs.leads()), lease.tenant());
    this.store = new RetryStore(run.threads());
    this.settlesToo = runs.settles(budget());
    this.before = new ToldBefore(run.id(), lease.before().events());
    this.trials = new StepTrials(lease.before().lost(), this::executing);
    // Those for another place at which the same lead stands are somebody else's.
    String ours = GuardedModel.prefix(run.id().value(), lease.position());
    for (CallIntent call : lease.before().openCalls()) {
      if (call.call().startsWith(ours)) {
        openCalls.put(call.call(), call);
      }
    }
  }

  Lease lease() {
    return lease;
  }

  /** Returns whether somebody else holds the lead by now, so that there is nothing to give back. */
  boolean isLost() {
    return lost;
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public boolean isAbandoned() {
    return lost || givenUp || run.isCancelled() && !run.life().isCancelledForGood();
  }

  @Override
  public boolean isNew() {
    return !lease.known();
  }

  @Override
  public StepTrials trials() {
    return trials;
  }

  private void executing(Map<String, Integer> executions) {
    write(commit -> commit.executing(executions), List.of());
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    try {
      return store.ask(question);
    } catch (LeadAbandoned e) {
      givenUp = true;
      throw e;
    }
  }

  @Override
  public void note(EventDraft.Unnumbered event) {
    EventDraft draft = new EventDraft(run.now(), event);
    lock.lock();
    try {
      if (before.isNew(draft)) {
        events.add(draft);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes what waits to be told, unless somebody is writing for this lead anyway. */
  void flush() {
    if (!lock.tryLock()) {
      return;
    }
    try {
      if (!events.isEmpty() && !isAbandoned()) {
        write(commit -> commit, List.of());
      }
    } catch (LeadAbandoned e) {
      // The thread that works on the lead notices by itself.
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<StepCommit> commit(List<StepCommit> steps, List<EventDraft.Unnumbered> completed) {
    RunCommit.Outcome outcome = write(commit -> commit.completing(steps), completed);
    return outcome instanceof RunCommit.Outcome.Kept kept ? kept.steps() : steps;
  }

  @Override
  public void lookedUp(LookUp lookUp) {
    write(commit -> commit.lookingUp(List.of(lookUp)), List.of());
  }

  @Override
  public void fail(List<CallOutcome> answered, EventDraft.Unnumbered failed) {
    if (isAbandoned()) {
      // It did not fail, it was interrupted: the next holder of the lead executes it again.
      throw new LeadAbandoned("this process left the run");
    }
    lock.lock();
    try {
      answered.stream().filter(call -> !answeredCalls.contains(call.call())).forEach(outcomes::add);
      write(commit -> commit, List.of(failed));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public ToldBefore toldBefore() {
    return before;
  }

  @Override
  public void intend(CallIntent intent, List<CallAnswer> heard) {
    lock.lock();
    try {
      // The new intent replaces an earlier one under its key, with any outcome.
      outcomes.removeIf(outcome -> outcome.call().equals(intent.call()));
      Optional.ofNullable(openCalls.remove(intent.call())).ifPresent(this::settleInFull);
      write(commit -> commit.answering(heard).intending(intent), List.of());
      heard.forEach(answer -> answeredCalls.add(answer.call()));
      answeredCalls.remove(intent.call());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void confirm() {
    if (run.threads().nanoTime() - keptNanos > LONGEST_SILENCE_NANOS) {
      write(commit -> commit, List.of());
    }
  }

  @Override
  public void answered(CallIntent intent, Usage real) {
    lock.lock();
    try {
      openCalls.remove(intent.call());
    } finally {
      lock.unlock();
    }
    spent(intent.reservation(), real);
  }

  @Override
  public void spent(Reservation reservation, Usage real) {
    if (!settlesToo) {
      run.deferred().add(() -> budget().settle(reservation, real));
      return;
    }
    lock.lock();
    try {
      settlements.add(new Settlement(reservation, real));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void release(Reservation reservation) {
    run.deferred().add(() -> budget().release(reservation));
  }

  @Override
  public void failed(Reservation reservation, Optional<CallOutcome> outcome) {
    spent(reservation, Usage.NONE);
    outcome.ifPresent(this::keep);
  }

  @Override
  public void unknown(CallIntent intent) {
    settleInFull(intent);
    if (intent.effect() != Effect.AT_MOST_ONCE) {
      Usage inFull = intent.reservation().atMost();
      keep(new CallOutcome(intent.call(), CallOutcome.Ending.OUTCOME_UNKNOWN, inFull));
    }
  }

  private void settleInFull(CallIntent intent) {
    spent(intent.reservation(), intent.reservation().atMost());
  }

  private void keep(CallOutcome outcome) {
    lock.lock();
    try {
      outcomes.add(outcome);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<CallIntent> openCall(String key) {
    lock.lock();
    try {
      return Optional.ofNullable(openCalls.get(key));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<CallIntent> openCalls() {
    lock.lock();
    try {
      return List.copyOf(openCalls.values());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Usage spentBefore() {
    lock.lock();
    try {
      return openCalls.values().stream()
          .map(call -> call.reservation().atMost())
          .reduce(before.spent(), Usage::plus);
    } finally {
      lock.unlock();
    }
  }

  /** Before the first lease on a lead there was no holder, and so no call. */
  @Override
  public Optional<AnsweredCall> answeredCall(String key, Fingerprint question) {
    if (lease.token() == 1) {
      return Optional.empty();
    }
    Optional<AnsweredCall> known = ask(() -> runs.answered(lease, key, question));
    if (known.isPresent()) {
      answeredCalls.add(key);
    }
    return known;
  }

  @Override
  public void refuse(LeadResult result) {
    end(result, dossier -> dossier);
  }

  @Override
  public void end(LeadResult result, UnaryOperator<Dossier> write) {
    if (isAbandoned()) {
      return;
    }
    // Calls that no step asked about again: they were made, as far as anybody knows.
    leftOpen().forEach(this::unknown);
    LeadResult kept =
        ask(
            () ->
                stored.keep(
                    result,
                    write,
                    (t, l, d) -> endsWith(new RunCommit.Ending(l, d, result.steps()))));
    ended = true;
    run.tally().leadEnded(kept.status());
  }

  private List<CallIntent> leftOpen() {
    lock.lock();
    try {
      List<CallIntent> left = List.copyOf(openCalls.values());
      openCalls.clear();
      return left;
    } finally {
      lock.unlock();
    }
  }

  private boolean endsWith(RunCommit.Ending ending) {
    RunCommit.Outcome outcome =
        write(
            commit -> commit.ending(ending), List.of(LeadEnd.event(ending.lead(), ending.steps())));
    return outcome instanceof RunCommit.Outcome.Kept;
  }

  /** What waits is written with it; what cannot be written goes on waiting. */
  private RunCommit.Outcome write(UnaryOperator<RunCommit> what, List<EventDraft.Unnumbered> last) {
    lock.lock();
    try {
      if (lost || givenUp) {
        throw new LeadAbandoned("the lead is not ours any more");
      }
      List<EventDraft> all = new ArrayList<>(events);
      last.stream()
          .map(event -> new EventDraft(run.now(), event))
          .filter(before::isNew)
          .forEach(all::add);
      long begun = run.threads().nanoTime();
      RunCommit commit = RunCommit.of(lease, ++number, all).noting(outcomes).settling(settlements);
      RunCommit.Outcome outcome = ask(() -> runs.commit(what.apply(commit)));
      if (outcome instanceof RunCommit.Outcome.Kept) {
        events.clear();
        outcomes.clear();
        settlements.clear();
        keptNanos = begun;
      }
      return outcome;
    } catch (LeaseLostException e) {
      lost = true;
      throw new LeadAbandoned("the lease is lost");
    } finally {
      lock.unlock();
    }
  }

  private Budget budget() {
    return run.ports().spending().budget();
  }
}
