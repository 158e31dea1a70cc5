package dev.prospector.engine.internal.step;

import dev.prospector.agent.Agent;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.time.Deadline;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Plan;
import dev.prospector.store.Journal;
import dev.prospector.store.StepCommit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One lead on its way: every step starts as soon as those it waits for have ended. The thread that
 * ends a step goes on with the next; others are called in only while steps are waiting.
 */
public final class LeadExecution {

  private final Workplace run;
  private final LeadBook book;
  private final LeadCount count;
  private final Lead lead;
  private final long index;
  private final Plan plan;
  private final Dossier present;
  private final AtomicIntegerArray waitsFor;
  private final AtomicReferenceArray<StepEnd> ends;
  private final AtomicInteger left;
  private final ConcurrentLinkedQueue<Integer> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean helpCalled = new AtomicBoolean();
  private final Runnable whenOver;
  private final Map<SnapshotId, Snapshot> snapshots = new ConcurrentHashMap<>(4);
  private @Nullable Fingerprint fingerprint;
  private long endNanos;

  /**
   * A lead whose turn has come.
   *
   * @param lead at its new status
   * @param index its place in the input, from 0
   * @param present what is known about it already
   */
  public record Begun(Lead lead, long index, Dossier present) {}

  public LeadExecution(Workplace run, LeadBook book, Begun begun, Runnable whenOver) {
    this.run = run;
    this.book = book;
    this.count = new LeadCount(run, book);
    this.lead = begun.lead();
    this.index = begun.index();
    this.whenOver = whenOver;
    this.plan = run.plan();
    this.present = begun.present();
    this.waitsFor = new AtomicIntegerArray(plan.size());
    this.ends = new AtomicReferenceArray<>(plan.size());
    this.left = new AtomicInteger(plan.size());
  }

  public void start() {
    run.guard(this::begin);
  }

  private void begin() {
    endNanos = run.pauseSwitch().openNanos() + run.options().leadTimeout().toNanos();
    fingerprint = StepFingerprints.ofLead(lead);
    lead.supplied().forEach(this::addSnapshot);
    book.note(p -> new RunEvent.LeadStarted(p, lead.id()));
    for (int i = 0; i < plan.size(); i++) {
      waitsFor.set(i, plan.step(i).waitsFor());
    }
    for (int i = 0; i < plan.size(); i++) {
      if (plan.step(i).waitsFor() == 0) {
        ready.add(i);
      }
    }
    work();
  }

  private void help() {
    helpCalled.set(false);
    run.guard(this::work);
  }

  private void work() {
    Integer step;
    while ((step = ready.poll()) != null) {
      if (!ready.isEmpty()
          && run.stepTimes().isLong(step)
          && helpCalled.compareAndSet(false, true)) {
        run.execute(this::help);
      }
      work(step);
      if (run.threads().oneStepAtATime() && !ready.isEmpty()) {
        run.execute(this::help);
        return;
      }
    }
  }

  private void work(int step) {
    long start = run.threads().nanoTime();
    StepEnd end = runSkipOrBreakOff(step);
    run.stepTimes().took(step, run.threads().nanoTime() - start);
    end(step, end);
  }

  /** Whatever breaks the run also ends the step, so that the lead ends and nobody waits for it. */
  private StepEnd runSkipOrBreakOff(int index) {
    String step = plan.step(index).spec().id();
    try {
      return book.isAbandoned()
          ? StepEnd.without(StepResult.State.SKIPPED, step, "the lead is not ours", 0)
          : runOrSkip(index);
    } catch (LeadAbandoned e) {
      return StepEnd.without(StepResult.State.SKIPPED, step, "the lead is not ours", 0);
    } catch (Throwable e) {
      run.breakOff(e);
      return StepEnd.without(StepResult.State.FAILED, step, run.endCause(), 0);
    }
  }

  private void end(int step, StepEnd end) {
    ends.set(step, end);
    for (int next : plan.step(step).next()) {
      if (waitsFor.decrementAndGet(next) == 0) {
        ready.add(next);
      }
    }
    if (left.decrementAndGet() == 0) {
      try {
        endLead();
      } finally {
        whenOver.run();
      }
    }
  }

  private void endLead() {
    LeadEnd leadEnd = new LeadEnd(this);
    count.end();
    try {
      book.end(leadEnd.result(), leadEnd::over);
    } catch (LeadAbandoned e) {
      // Whoever has the lead by now ends it.
    }
  }

  private StepEnd runOrSkip(int index) {
    run.pauseSwitch().pass();
    Plan.Step step = plan.step(index);
    Optional<String> reason = reasonToSkip(step);
    if (reason.isPresent()) {
      String why = reason.get();
      book.note(p -> new RunEvent.StepSkipped(p, id(), step.spec().id(), why));
      return StepEnd.without(StepResult.State.SKIPPED, step.spec().id(), why, 0);
    }
    StepEnd end = reuseOrExecute(index, step);
    return withPersonsFields(end);
  }

  private Optional<String> reasonToSkip(Plan.Step step) {
    if (run.isCancelled()) {
      return Optional.of(run.endCause());
    }
    for (Plan.Read read : step.reads()) {
      StepEnd end = ends.get(read.writer());
      if (read.required() && end.entry() == null) {
        return Optional.of(
            "needs " + read.section() + ", which '" + end.result().step() + "' did not write");
      }
    }
    for (Map.Entry<Gate<?>, Integer> gate : step.gates().entrySet()) {
      Optional<String> stopped = stops(gate.getKey(), ends.get(gate.getValue()));
      if (stopped.isPresent()) {
        return stopped;
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<String> stops(Gate<T> gate, StepEnd end) {
    Entry<?> entry = end.entry();
    return entry == null
        ? Optional.of("the gate after " + gate.section() + " has nothing to judge by")
        : gate.reasonToStop(gate.section().type().cast(entry.value()));
  }

  private StepEnd reuseOrExecute(int index, Plan.Step step) {
    Fingerprint inputs = inputs(index, step);
    String name = step.spec().id();
    Optional<StepResult> ended = book.toldBefore().end(name);
    if (ended.isPresent() && !ended.get().hasSection()) {
      return new StepEnd(ended.get(), null, null, List.of());
    }
    // What rules wrote in the model's place counts only where this run told so.
    boolean byRules = ended.isPresent() && book.toldBefore().fellBack(name);
    Optional<StepCommit> known =
        known(step, byRules ? StepFingerprints.rulesInstead(inputs) : inputs);
    return known.isPresent()
        ? reuse(known.get(), ended.orElse(new StepResult(name, StepResult.State.REUSED, "", 0)))
        : execution(step, step.agent(), inputs).execute();
  }

  /** The journal is not asked where it can hold nothing, and where not to know costs nothing. */
  private Optional<StepCommit> known(Plan.Step step, Fingerprint inputs) {
    if (book.isNew() && step.own() && step.isFree()) {
      return Optional.empty();
    }
    Journal journal = run.ports().storage().journal();
    return book.ask(() -> journal.find(run.tenant(), inputs))
        .filter(commit -> commit.entry().section().equals(step.spec().writes()));
  }

  private StepEnd reuse(StepCommit commit, StepResult ended) {
    commit.snapshots().forEach(this::addSnapshot);
    run.tally().reused.increment();
    book.note(p -> new RunEvent.StepReused(p, id(), ended.step()));
    String note = commit.entry().provenance().note();
    StepResult result = new StepResult(ended.step(), ended.state(), note, ended.attempts());
    return StepEnd.with(result, commit.entry(), commit.snapshots());
  }

  private <T> StepExecution<T> execution(Plan.Step step, Agent<T> agent, Fingerprint inputs) {
    return new StepExecution<>(this, step, agent, inputs);
  }

  private Fingerprint inputs(int index, Plan.Step step) {
    @Nullable Fingerprint[] reads = new @Nullable Fingerprint[step.reads().size()];
    for (int i = 0; i < reads.length; i++) {
      Entry<?> entry = ends.get(step.reads().get(i).writer()).entry();
      reads[i] = entry == null ? null : entry.provenance().inputs();
    }
    return run.fingerprints().of(index, java.util.Objects.requireNonNull(fingerprint), reads);
  }

  /** What a person set stays, and whoever reads the section reads the person's value. */
  private StepEnd withPersonsFields(StepEnd end) {
    Entry<?> entry = end.entry();
    if (entry == null || present.entries().isEmpty()) {
      return end;
    }
    Entry<?> merged = PersonsFields.keep(present, entry);
    return merged == entry ? end : new StepEnd(end.result(), merged, entry, end.snapshots());
  }

  Workplace run() {
    return run;
  }

  LeadBook book() {
    return book;
  }

  LeadCount count() {
    return count;
  }

  Plan plan() {
    return plan;
  }

  Lead lead() {
    return lead;
  }

  LeadId id() {
    return lead.id();
  }

  long index() {
    return index;
  }

  Dossier present() {
    return present;
  }

  StepEnd ending(int step) {
    return ends.get(step);
  }

  @Nullable Entry<?> entry(int step) {
    return ends.get(step).entry();
  }

  void addSnapshot(Snapshot snapshot) {
    snapshots.putIfAbsent(snapshot.id(), snapshot);
  }

  Optional<Snapshot> snapshot(SnapshotId id) {
    return Optional.ofNullable(snapshots.get(id));
  }

  /** Watches a step until its own time, the lead's, or the run's is over. */
  Deadline deadline() {
    return run.deadline(endNanos);
  }
}
