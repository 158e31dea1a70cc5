package dev.prospector.pipeline;

import dev.prospector.error.RunException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run in this process. */
final class RunExecution implements Run {

  private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);
  private static final int MOST_REMEMBERED_FAILURES = 100_000;

  private final Engine engine;
  private final Pipeline pipeline;
  private final RunOptions options;
  private final RunId id;
  private final Instant asOf;
  private final StepFingerprints fingerprints;
  private final EventStream events;
  private final Watchdog watchdog;
  private final ResourceLimits limits;
  private final PauseSwitch pauseSwitch = new PauseSwitch();
  private final Tally tally = new Tally();
  private final ResultWindow window;
  private final Semaphore inFlight;
  private final ExecutorService workers;
  private final StepTimes stepTimes;
  private final RunLife life;
  private final StoredLeads stored;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final List<Lead> failedLeads = new ArrayList<>();
  private @Nullable Thread feeder;

  RunExecution(Engine engine, Pipeline pipeline, RunOptions options, RunId id) {
    this.engine = engine;
    this.pipeline = pipeline;
    this.options = options;
    this.id = id;
    this.asOf = engine.clock().instant();
    this.fingerprints = new StepFingerprints(pipeline.plan(), engine.ports());
    this.events = new EventStream(id, engine.clock(), engine.sinks());
    this.watchdog = new Watchdog();
    this.life = new RunLife(pauseSwitch, watchdog);
    this.stored = new StoredLeads(engine.ports().storage().leads(), options.tenant());
    this.limits = new ResourceLimits(options);
    this.window = new ResultWindow(Math.max(64, 4 * options.concurrency()));
    this.inFlight = new Semaphore(options.concurrency());
    this.stepTimes = new StepTimes(pipeline.plan().size());
    this.workers =
        Workers.forLeads("prospector-" + id, options.concurrency(), pipeline.plan().width());
  }

  /** What of the engine outlives a run. */
  record Engine(Ports ports, Clock clock, List<EventSink> sinks, Runs runs) {}

  /** Starts further runs of the same engine. */
  @FunctionalInterface
  interface Runs {
    Run start(Pipeline pipeline, Iterator<Lead> leads, RunOptions options);
  }

  RunExecution begin(Iterator<Lead> leads) {
    events.publish(p -> new RunEvent.RunStarted(p, pipeline.name()));
    String over = "the run's time of " + options.runTimeout() + " is over";
    watchdog.start(
        "prospector-watchdog-" + id,
        options.runTimeout().toNanos(),
        () -> endNow(RunState.TIMED_OUT, over));
    LeadFeeder feed = new LeadFeeder(this, leads);
    feeder = Workers.daemon("prospector-feeder-" + id, () -> guard(feed::feed));
    return this;
  }

  // ---- what leads and steps ask for

  Ports ports() {
    return engine.ports();
  }

  Plan plan() {
    return pipeline.plan();
  }

  RunOptions options() {
    return options;
  }

  Tenant tenant() {
    return options.tenant();
  }

  Instant asOf() {
    return asOf;
  }

  Instant now() {
    return engine.clock().instant();
  }

  StepFingerprints fingerprints() {
    return fingerprints;
  }

  EventStream events() {
    return events;
  }

  StepTimes stepTimes() {
    return stepTimes;
  }

  ResourceLimits limits() {
    return limits;
  }

  PauseSwitch pauseSwitch() {
    return pauseSwitch;
  }

  Tally tally() {
    return tally;
  }

  ResultWindow window() {
    return window;
  }

  void awaitTurn() throws InterruptedException {
    inFlight.acquire();
  }

  /** Every lead in flight holds one permit: with all of them in hand, all have ended. */
  boolean awaitsNobody(Duration longest) {
    try {
      return inFlight.tryAcquire(options.concurrency(), longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false; // Nobody of ours interrupts the feeder; leads must end all the same.
    }
  }

  boolean isBroken() {
    return broken.get() != null;
  }

  void execute(Runnable work) {
    workers.execute(work);
  }

  Deadline deadline(long leadEndNanos) {
    long step = options.stepTimeout().toNanos();
    long lead = leadEndNanos - System.nanoTime();
    return lead <= step
        ? watchdog.watch(lead, "the lead's time of " + options.leadTimeout() + " is over")
        : watchdog.watch(step, "the step's time of " + options.stepTimeout() + " is over");
  }

  void log(String step, LeadId lead, Throwable e) {
    LOG.warn("run {}: step '{}' of lead {} failed with {}", id, step, lead, e.getClass().getName());
    LOG.debug("run {}: step '{}' of lead {}", id, step, lead, e);
  }

  /**
   * Whatever nobody expected ends the run with its cause, rather than leaving it waiting forever.
   */
  void guard(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      LOG.error("run {} cannot go on", id, e);
      breakOff(e);
    }
  }

  void breakOff(Throwable e) {
    broken.compareAndSet(null, e);
    endNow(RunState.FAILED, "the run failed: " + e.getClass().getName());
    window.end();
  }

  StoredLeads stored() {
    return stored;
  }

  void ended(ResultWindow.Slot slot, LeadResult result) {
    if (result.status() == LeadStatus.FAILED) {
      remember(result.lead());
    }
    tally.leadEnded(result.status());
    events.publish(p -> new RunEvent.LeadFinished(p, result.lead().id(), result.status()));
    slot.fill(result);
  }

  /** Gives the lead's permit back, whether or not it ended well. */
  void leave() {
    inFlight.release();
  }

  private void remember(Lead lead) {
    synchronized (failedLeads) {
      if (failedLeads.size() <= MOST_REMEMBERED_FAILURES) {
        failedLeads.add(lead);
      }
    }
  }

  /** Called once, when every lead that was begun has ended. */
  void finish() {
    RunState last = life.finish();
    events.publish(p -> new RunEvent.RunFinished(p, last));
    window.end();
    watchdog.close();
    workers.shutdown();
  }

  boolean takesLeads() {
    return life.takesLeads();
  }

  boolean isCancelled() {
    return life.isCancelled();
  }

  String endCause() {
    return life.endCause();
  }

  void endNow(RunState ending, String cause) {
    life.endNow(ending, cause);
  }

  // ---- what the host asks for

  @Override
  public RunId id() {
    return id;
  }

  @Override
  public RunState state() {
    return life.state();
  }

  @Override
  public RunProgress progress() {
    return tally.progress(state(), options.expectedLeads());
  }

  @Override
  public Stream<LeadResult> results() {
    if (!taken.compareAndSet(false, true)) {
      throw new RunException("the results of run " + id + " were already asked for");
    }
    return StreamSupport.stream(new ResultSpliterator(this::next), false);
  }

  private Optional<LeadResult> take() throws InterruptedException {
    Optional<LeadResult> result = window.take();
    Throwable cause = broken.get();
    if (cause != null) {
      String why = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
      throw new RunException(
          "run " + id + " failed after " + tally.begun.get() + " leads: " + why, cause);
    }
    return result;
  }

  private Optional<LeadResult> next() {
    try {
      return take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("interrupted while waiting for a result of run " + id, e);
    }
  }

  @Override
  public RunProgress await() throws InterruptedException {
    if (taken.compareAndSet(false, true)) {
      while (take().isPresent()) {
        continue;
      }
    }
    Thread feeding = feeder;
    if (feeding != null) {
      feeding.join();
    }
    return progress();
  }

  @Override
  public void pause() {
    if (life.pause()) {
      events.publish(RunEvent.RunPaused::new);
    }
  }

  @Override
  public void resume() {
    if (life.resume()) {
      events.publish(RunEvent.RunResumed::new);
    }
  }

  @Override
  public void stop() {
    resume();
    life.stop();
  }

  @Override
  public void cancel() {
    endNow(RunState.CANCELLED, "the run was cancelled");
  }

  @Override
  public Run retryFailed() {
    if (!state().isEnded()) {
      throw new RunException("run " + id + " has not ended: take its results first");
    }
    List<Lead> leads;
    synchronized (failedLeads) {
      leads = List.copyOf(failedLeads);
    }
    if (leads.size() > MOST_REMEMBERED_FAILURES) {
      throw new RunException(
          "more than "
              + MOST_REMEMBERED_FAILURES
              + " leads of run "
              + id
              + " failed: start a run over the input instead, the journal holds what is done");
    }
    RunOptions again =
        options
            .withId(RunId.of(id.value().length() > 57 ? id.value() : id.value() + ".retry"))
            .withExpectedLeads(leads.size());
    return engine.runs().start(pipeline, leads.iterator(), again);
  }

  @Override
  public void close() {
    cancel();
    Thread feeding = feeder;
    boolean interrupted = false;
    while (feeding != null && feeding.isAlive()) {
      try {
        feeding.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
