package dev.prospector.engine.internal.workplace;

import dev.prospector.budget.Account;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.context.BusinessContext;
import dev.prospector.engine.internal.joint.JointGroups;
import dev.prospector.engine.internal.limit.ResourceLimits;
import dev.prospector.engine.internal.limit.SharedUse;
import dev.prospector.engine.internal.lookup.LookUpTerms;
import dev.prospector.engine.internal.retry.DeferredReleases;
import dev.prospector.engine.internal.time.Deadline;
import dev.prospector.engine.internal.time.PauseSwitch;
import dev.prospector.engine.internal.time.RunLife;
import dev.prospector.engine.internal.time.Watchdog;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.pipeline.Plan;
import dev.prospector.privacy.AskSuppression;
import dev.prospector.run.RunOptions;
import dev.prospector.run.Threads;
import dev.prospector.store.RunTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all leads of one run share in this process, however the run is kept. */
public final class Workplace {

  private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

  /** So often a process says what it needs of the limits that all share. */
  private static final Duration SHARING = Duration.ofMillis(100);

  private final Outside outside;
  private final Pipeline pipeline;
  private final Plan plan;
  private final BusinessContext context;
  private final RunOptions options;
  private final RunId id;
  private final Instant began;
  private final Instant asOf;
  private final JointGroups joints;
  private final StepFingerprints fingerprints;
  private final Watchdog watchdog;
  private final ResourceLimits limits;
  private final PauseSwitch pauseSwitch;
  private final Tally tally;
  private final Threads.Workers workers;
  private final StepTimes stepTimes;
  private final RunLife life;
  private final String leadIsOver;
  private final String stepIsOver;
  private final DeferredReleases deferred = new DeferredReleases();
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private Threads.@Nullable Background sharing;
  private volatile Runnable whenBroken = () -> {};
  private volatile Runnable whenSpent = () -> {};
  private final AtomicBoolean saidSpent = new AtomicBoolean();
  private volatile Runnable whenClosed = () -> {};

  /** What outlives a run. */
  public record Outside(
      Ports ports, Clock clock, Threads threads, DoubleSupplier chance, SharedUse shared) {}

  public Workplace(
      Outside outside, Pipeline pipeline, RunOptions options, RunId id, Instant started) {
    this.outside = outside;
    RunTerms terms = options.terms();
    this.pipeline = pipeline;
    this.plan = pipeline.without(terms.agents().without()).plan();
    this.context = terms.context().orElse(outside.ports().context());
    this.options = options;
    this.leadIsOver = "the lead's time of " + options.leadTimeout() + " is over";
    this.stepIsOver = "the step's time of " + options.stepTimeout() + " is over";
    this.id = id;
    this.began = started;
    this.asOf = terms.asOf().orElse(started);
    this.joints = JointGroups.of(plan, outside.ports().spending().models(), terms.agents().joint());
    this.fingerprints =
        new StepFingerprints(plan, outside.ports(), context, date(), terms.agents());
    fingerprints.join(joints);
    this.pauseSwitch = new PauseSwitch(outside.threads());
    this.watchdog = new Watchdog(outside.threads(), pauseSwitch);
    this.life = new RunLife(pauseSwitch, watchdog);
    this.tally = new Tally(outside.threads());
    this.stepTimes = new StepTimes(plan.size());
    this.workers =
        outside.threads().workers("prospector-" + id, options.concurrency(), plan.width());
    this.limits = new ResourceLimits(options, outside.shared(), workers);
  }

  /**
   * Begins to watch over the times of steps, leads and the run.
   *
   * @param ifBroken what to do as soon as something breaks the run
   */
  public void open(Runnable ifBroken) {
    whenBroken = ifBroken;
    String over = "the run's time of " + options.runTimeout() + " is over";
    watchdog.start(
        "prospector-watchdog-" + id,
        options.runTimeout().toNanos(),
        () -> life.endNow(RunState.TIMED_OUT, over),
        limits::turnAwayObsolete);
    if (limits.shares()) {
      sharing = threads().every(SHARING, "prospector-sharing-" + id, () -> outside.shared().tick());
    }
  }

  /** Sets what to do when this run has ended here. */
  public void whenClosed(Runnable what) {
    whenClosed = what;
  }

  /** Ends what this run has running of its own; called when every lead has ended. */
  public void close() {
    whenClosed.run();
    watchdog.close();
    workers.close();
    deferred.run();
    if (deferred.left() > 0) {
      LOG.warn(
          "run {}: {} leases or reservations come back only when their holder has ended",
          id,
          deferred.left());
    }
    if (sharing != null) {
      sharing.close();
    }
  }

  public Ports ports() {
    return outside.ports();
  }

  /** Draws a number from 0 to below 1. */
  public double chance() {
    return outside.chance().getAsDouble();
  }

  /**
   * Sets what to do, once, when a limit has refused a call and the run is to end then.
   *
   * @param takeNoMore takes no further leads
   */
  public void onSpent(Runnable takeNoMore) {
    whenSpent = takeNoMore;
  }

  /** A limit has refused a call. */
  public void spent() {
    if (options.whenSpent() == RunOptions.WhenSpent.STOP && saidSpent.compareAndSet(false, true)) {
      whenSpent.run();
    }
  }

  public Threads threads() {
    return outside.threads();
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  public Plan plan() {
    return plan;
  }

  public BusinessContext context() {
    return context;
  }

  /**
   * Reserves for this run, under the limits of the budget, of its tenant and of its own.
   *
   * @throws dev.prospector.error.BudgetRefusedException if it would pass one of them
   */
  public Reservation reserve(Usage atMost) {
    Ports.Spending spending = ports().spending();
    Limits more = spending.limits().apply(tenant()).and(options.terms().limits());
    return spending.budget().reserve(new Account(tenant(), id.value()), atMost, more);
  }

  public RunOptions options() {
    return options;
  }

  public Tenant tenant() {
    return options.tenant();
  }

  public RunId id() {
    return id;
  }

  public Instant asOf() {
    return asOf;
  }

  /** Asks who said no. */
  public AskSuppression suppression() {
    return new AskSuppression(ports().storage().suppression(), tenant());
  }

  /** Returns the day as of which the run judges, so that runs of one day share results. */
  public Instant date() {
    return asOf.truncatedTo(ChronoUnit.DAYS);
  }

  public LookUpTerms lookUpTerms() {
    return new LookUpTerms(
        id, began, options.terms().freshness(), options.retry(), outside.clock());
  }

  public Instant now() {
    return outside.clock().instant();
  }

  /** Returns which steps are asked in one request. */
  public JointGroups joints() {
    return joints;
  }

  public StepFingerprints fingerprints() {
    return fingerprints;
  }

  public StepTimes stepTimes() {
    return stepTimes;
  }

  public ResourceLimits limits() {
    return limits;
  }

  public PauseSwitch pauseSwitch() {
    return pauseSwitch;
  }

  public Tally tally() {
    return tally;
  }

  public DeferredReleases deferred() {
    return deferred;
  }

  public RunLife life() {
    return life;
  }

  public boolean isCancelled() {
    return life.isCancelled();
  }

  public String endCause() {
    return life.endCause();
  }

  public void execute(Runnable work) {
    workers.execute(work);
  }

  /**
   * Watches a step until its own time is over or, at this time of the pause switch, its lead's. A
   * source that uses up the step's time leaves it a quarter more to end with what is known.
   */
  public Deadline deadline(long leadEndNanos) {
    long step = options.stepTimeout().toNanos();
    long lead = leadEndNanos - pauseSwitch.openNanos();
    return lead <= step
        ? watchdog.watch(lead, new Watchdog.Limit(leadIsOver, 0))
        : watchdog.watch(step, new Watchdog.Limit(stepIsOver, Math.min(step / 4, lead - step)));
  }

  public void log(String step, LeadId lead, Throwable e) {
    LOG.warn("run {}: step '{}' of lead {} failed with {}", id, step, lead, e.getClass().getName());
    LOG.debug("run {}: step '{}' of lead {}", id, step, lead, e);
  }

  /** An unexpected failure ends the run with its cause, rather than leaving it waiting forever. */
  public void guard(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      LOG.error("run {} cannot go on", id, e);
      breakOff(e);
    }
  }

  public void breakOff(Throwable e) {
    broken.compareAndSet(null, e);
    life.endNow(RunState.FAILED, "the run failed: " + e.getClass().getName());
    whenBroken.run();
  }

  /** Returns what broke the run, if something did. */
  public @Nullable Throwable broken() {
    return broken.get();
  }
}
