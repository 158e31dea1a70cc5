package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.engine.internal.joint.JointGroup;
import dev.prospector.engine.internal.lead.LeadBook;
import dev.prospector.engine.internal.lead.LeadCount;
import dev.prospector.engine.internal.lead.LeadSpending;
import dev.prospector.engine.internal.lead.LeadTime;
import dev.prospector.engine.internal.limit.Onward;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.limit.ResourceLimits;
import dev.prospector.engine.internal.lookup.LeadLookUps;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.time.Deadline;
import dev.prospector.engine.internal.workplace.StepFingerprints;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.PortException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Plan;
import dev.prospector.privacy.Redaction;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
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
  private final ConcurrentLinkedQueue<Turn> turns = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean helpCalled = new AtomicBoolean();
  private final StepOutlook outlook;
  private final StepsTogether together;
  private final Runnable whenOver;
  private final LeadLookUps lookUps;
  private final Map<SnapshotId, Snapshot> snapshots = new ConcurrentHashMap<>(4);
  private @Nullable Fingerprint fingerprint;
  private @Nullable LeadTime time;
  private @Nullable LeadSpending spending;

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
    this.outlook = new StepOutlook(this);
    this.together = new StepsTogether(this);
    this.lookUps = outlook.lookUps();
  }

  public void start() {
    run.guard(this::begin);
  }

  private void begin() {
    time = new LeadTime(run.pauseSwitch(), run.options().leadTimeout());
    spending = new LeadSpending(run.options().mostPerLead(), book.spentBefore());
    fingerprint = StepFingerprints.ofLead(lead);
    lead.supplied().forEach(this::addSnapshot);
    book.note(p -> new RunEvent.LeadStarted(p, lead.id()));
    for (int i = 0; i < plan.size(); i++) {
      waitsFor.set(i, plan.step(i).waitsFor());
    }
    run.joints().all().forEach(group -> waitsFor.set(group.first(), group.waitsFor()));
    for (int i = 0; i < plan.size(); i++) {
      if (waitsFor.get(i) == 0 && together.isTurn(i)) {
        ready.add(i);
      }
    }
    ResourceLimits.follow(work());
  }

  private void help() {
    helpCalled.set(false);
    run.guard(() -> ResourceLimits.follow(work()));
  }

  /** Does what can be done for this lead, and returns what this thread lets begin elsewhere. */
  private @Nullable Onward work() {
    Onward onward = null;
    Turn turn;
    while ((turn = nextTurn()) != null) {
      handOver(onward); // While this thread works on, another one takes that up.
      if (!turns.isEmpty()
          && !book.trials().areAlone()
          && run.stepTimes().isLong(turn.step)
          && helpCalled.compareAndSet(false, true)) {
        run.execute(this::help);
      }
      onward = work(turn);
      if (run.threads().oneStepAtATime() && !(turns.isEmpty() && ready.isEmpty())) {
        run.execute(this::help);
        break;
      }
    }
    return onward;
  }

  void handOver(@Nullable Onward onward) {
    if (onward != null) {
      run.execute(() -> ResourceLimits.follow(onward));
    }
  }

  /** Looks which steps may begin, and returns the first; null if none may. */
  private @Nullable Turn nextTurn() {
    Integer step;
    while ((step = ready.poll()) != null) {
      Turn turn = new Turn(step);
      if (run.limits().limitsSome()
          && !book.trials().areAlone()
          && run.limits().limits(together.needs(step))) {
        enter(turn);
      } else {
        turns.add(turn);
      }
    }
    return turns.poll();
  }

  /** Has a step wait for its permits, unless it needs none because there is nothing to execute. */
  private void enter(Turn turn) {
    if (!together.endsAtOnce(turn)) {
      permits(turn).ifPresent(permits -> turns.add(turn.with(permits)));
    }
  }

  /** Returns how a step ends that is not to be executed; null if it is. */
  @Nullable StepEnd endOr(Turn turn) {
    run.pauseSwitch().pass();
    Plan.Step step = plan.step(turn.step);
    Optional<StepEnd> skipped = outlook.skipped(step);
    if (skipped.isPresent()) {
      return skipped.get();
    }
    Fingerprint inputs = outlook.inputs(turn.step, step);
    Optional<StepEnd> known = outlook.known(step, inputs);
    if (known.isPresent()) {
      return known.get().withPersonsFields(present);
    }
    turn.execution = StepExecution.of(this, step, step.agent(), inputs);
    return null;
  }

  private Optional<Permits> permits(Turn turn) {
    try {
      return run.limits()
          .enter(
              together.needs(turn.step),
              () -> run.isCancelled() || book.isAbandoned() || isOver(),
              permits -> () -> goOn(turn.with(permits)));
    } catch (PortException e) {
      return Optional.of(Permits.NONE); // It is asked again when the step is tried, and fails it.
    }
  }

  private @Nullable Onward goOn(Turn turn) {
    turns.add(turn);
    AtomicReference<@Nullable Onward> onward = new AtomicReference<>();
    run.guard(() -> onward.set(work()));
    return onward.get();
  }

  private boolean isOver() {
    return run.pauseSwitch().openNanos() - time().endNanos() >= 0;
  }

  private @Nullable Onward work(Turn turn) {
    JointGroup group = run.joints().of(turn.step);
    if (group != null) {
      together.work(group, turn);
      return null;
    }
    long start = run.threads().nanoTime();
    StepEnd end = Objects.requireNonNull(orBreakOff(turn.step, () -> run(turn)));
    run.stepTimes().took(turn.step, run.threads().nanoTime() - start);
    end(turn.step, end);
    Onward first = turn.onward();
    Onward left = turn.permits.giveBack(run::execute);
    if (first == null) {
      return left;
    }
    handOver(left);
    return first;
  }

  /** Puts how a step ended, or stands by now, where the steps after it see it. */
  void put(int index, StepEnd end) {
    ends.set(index, end);
  }

  private StepEnd run(Turn turn) {
    // A step that may have waited: what made it begin may not hold any more.
    StepEnd ended =
        turn.execution == null ? endOr(turn) : outlook.skipped(plan.step(turn.step)).orElse(null);
    return ended == null
        ? Objects.requireNonNull(turn.execution).execute(turn.permits).withPersonsFields(present)
        : ended;
  }

  /**
   * A failure that breaks the run off also ends the step, so that the lead ends and the run does
   * not wait for it.
   */
  @Nullable StepEnd orBreakOff(int index, Supplier<@Nullable StepEnd> work) {
    String step = plan.step(index).spec().id();
    try {
      return book.isAbandoned()
          ? StepEnd.without(StepResult.State.SKIPPED, step, "the lead is not ours", 0)
          : work.get();
    } catch (LeadAbandoned e) {
      return StepEnd.without(StepResult.State.SKIPPED, step, "the lead is not ours", 0);
    } catch (Throwable e) {
      run.breakOff(e);
      return StepEnd.without(StepResult.State.FAILED, step, run.endCause(), 0);
    }
  }

  void end(int step, StepEnd end) {
    ends.set(step, end);
    for (int next : plan.step(step).next()) {
      int turn = together.turnOf(step, next);
      if (turn >= 0 && waitsFor.decrementAndGet(turn) == 0) {
        ready.add(turn);
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
      // Its new holder ends it.
    }
  }

  /** A step is about to be executed: the lead counts, it is told, and that it may end a process. */
  void begin(Plan.Step step) {
    count.begin();
    book.note(p -> new RunEvent.StepStarted(p, lead.id(), step.spec().id()));
    new BeginTrial(this, step).begin();
    run.tally().executed.increment();
  }

  Workplace run() {
    return run;
  }

  LeadBook book() {
    return book;
  }

  StepOutlook outlook() {
    return outlook;
  }

  Redaction redaction() {
    return run.ports().spending().redaction();
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

  @Nullable Fingerprint fingerprint() {
    return fingerprint;
  }

  StepsTogether together() {
    return together;
  }

  Dossier present() {
    return present;
  }

  LeadLookUps lookUps() {
    return lookUps;
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
    return run.deadline(time().endNanos());
  }

  LeadTime time() {
    return Objects.requireNonNull(time);
  }

  LeadSpending spending() {
    return Objects.requireNonNull(spending);
  }
}
