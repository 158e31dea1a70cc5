package dev.prospector.pipeline;

import dev.prospector.agent.Agent;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.port.StepCommit;
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
final class LeadExecution {

  private final RunExecution run;
  private final Lead lead;
  private final long index;
  private final ResultWindow.Slot slot;
  private final Plan plan;
  private final Dossier present;
  private final AtomicIntegerArray waitsFor;
  private final AtomicReferenceArray<StepEnd> ends;
  private final AtomicInteger left;
  private final ConcurrentLinkedQueue<Integer> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean helpCalled = new AtomicBoolean();
  private final Map<SnapshotId, Snapshot> snapshots = new ConcurrentHashMap<>(4);
  private @Nullable Fingerprint fingerprint;
  private long endNanos;

  LeadExecution(RunExecution run, Lead lead, long index, ResultWindow.Slot slot, Dossier present) {
    this.run = run;
    this.lead = lead;
    this.index = index;
    this.slot = slot;
    this.plan = run.plan();
    this.present = present;
    this.waitsFor = new AtomicIntegerArray(plan.size());
    this.ends = new AtomicReferenceArray<>(plan.size());
    this.left = new AtomicInteger(plan.size());
  }

  void start() {
    run.guard(this::begin);
  }

  private void begin() {
    endNanos = System.nanoTime() + run.options().leadTimeout().toNanos();
    fingerprint = StepFingerprints.ofLead(lead);
    lead.supplied().forEach(this::addSnapshot);
    run.events().publish(p -> new RunEvent.LeadStarted(p, lead.id()));
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
      long start = System.nanoTime();
      StepEnd end = runSkipOrBreakOff(step);
      run.stepTimes().took(step, System.nanoTime() - start);
      end(step, end);
    }
  }

  /** Whatever breaks the run also ends the step, so that the lead ends and nobody waits for it. */
  private StepEnd runSkipOrBreakOff(int index) {
    try {
      return runOrSkip(index);
    } catch (Throwable e) {
      run.breakOff(e);
      String step = plan.step(index).spec().id();
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
        LeadEnd leadEnd = new LeadEnd(this);
        run.ended(slot, run.stored().keep(leadEnd.result(), leadEnd::over));
      } finally {
        run.leave();
      }
    }
  }

  private StepEnd runOrSkip(int index) {
    run.pauseSwitch().pass();
    Plan.Step step = plan.step(index);
    Optional<String> reason = reasonToSkip(step);
    if (reason.isPresent()) {
      String why = reason.get();
      run.events().publish(p -> new RunEvent.StepSkipped(p, id(), step.spec().id(), why));
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
    Optional<StepCommit> known = run.ports().storage().journal().find(run.tenant(), inputs);
    if (known.isPresent() && known.get().entry().section().equals(step.spec().writes())) {
      StepCommit commit = known.get();
      commit.snapshots().forEach(this::addSnapshot);
      run.tally().reused.increment();
      run.events().publish(p -> new RunEvent.StepReused(p, id(), step.spec().id()));
      StepResult result =
          new StepResult(
              step.spec().id(), StepResult.State.REUSED, commit.entry().provenance().note(), 0);
      return StepEnd.with(result, commit.entry(), commit.snapshots());
    }
    return execution(step, step.agent(), inputs).execute();
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

  RunExecution run() {
    return run;
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
