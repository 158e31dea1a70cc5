package dev.prospector.engine.internal.stored;

import dev.prospector.engine.internal.control.RunControl;
import dev.prospector.engine.internal.control.RunInput;
import dev.prospector.engine.internal.retry.LeadAbandoned;
import dev.prospector.engine.internal.retry.RetryStore;
import dev.prospector.engine.internal.time.Joining;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.run.Threads;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that is stored, as this process sees it: its leads may be worked on here, elsewhere, or
 * both, and its state is read from the store.
 */
public final class StoredRunExecution extends RunControl {

  private static final Logger LOG = LoggerFactory.getLogger(StoredRunExecution.class);

  /** So often a process looks what others asked for, and tells what its steps are doing. */
  private static final Duration TICK = Duration.ofMillis(250);

  /** So many ticks a broken run waits for threads that may never come back. */
  private static final int GRACE_TICKS = 20;

  private final Workplace run;
  private final RunStore runs;
  private final StoredLeadsInFlight leads;
  private final Runs again;
  private final Optional<Dispatcher> dispatcher;
  private final ReentrantLock asking = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Threads.Background> dispatching = new ConcurrentLinkedQueue<>();
  private volatile StoredRun seen;
  private volatile boolean over;
  private boolean toldEnd;
  private int ticksBroken;
  private Threads.@Nullable Background ticker;
  private @Nullable RunInput reading;
  private Threads.@Nullable Background intake;
  private Threads.@Nullable Background sinks;

  /** Goes on with runs of the same engine. */
  @FunctionalInterface
  public interface Runs {
    Run resume(RunId run, Pipeline pipeline, RunOptions options);
  }

  public StoredRunExecution(
      Workplace run, RunStore runs, StoredRun opened, Optional<Dispatcher> dispatcher, Runs again) {
    super(run);
    this.run = run;
    this.runs = runs;
    this.seen = opened;
    this.dispatcher = dispatcher;
    this.again = again;
    this.leads = new StoredLeadsInFlight(run, runs, this::wake);
  }

  /**
   * Begins to work, or to have others work.
   *
   * @param input what is to be accepted; empty if all of it was
   */
  public StoredRunExecution begin(Optional<Iterator<Lead>> input, List<EventSink> receivers) {
    // A run that is new is told from its first event on.
    return begin(input, receivers, seen.lastEvent() == 1 ? 0 : seen.lastEvent());
  }

  /**
   * Begins to work, or to have others work.
   *
   * @param told the number of the last event that receivers need not be told
   */
  public StoredRunExecution begin(
      Optional<Iterator<Lead>> input, List<EventSink> receivers, long told) {
    open();
    if (!receivers.isEmpty()) {
      SinkFeed feed = new SinkFeed(this, runs, receivers, told);
      sinks = run.threads().background("prospector-sinks-" + id(), feed::run);
    }
    Intake taking = new Intake(run, runs, dispatcher, this::pump);
    Optional<RunInput> list = input.map(RunInput::new);
    reading = list.orElse(null);
    intake =
        run.threads()
            .background("prospector-intake-" + id(), () -> run.guard(() -> taking.take(list)));
    pump();
    return this;
  }

  /** Begins to look after a run whose leads are handed to this process one by one. */
  public StoredRunExecution open() {
    run.onSpent(this::stop);
    run.open(this::wake);
    apply(seen);
    ticker = run.threads().every(TICK, "prospector-run-" + id(), this::tick);
    return this;
  }

  StoredLeadsInFlight leads() {
    return leads;
  }

  StoredRun stored() {
    return seen;
  }

  /** Returns whether nothing more will be done here. */
  public boolean isOver() {
    return over;
  }

  /** Takes leads as far as there is room for them, unless somebody else decides where they go. */
  private void pump() {
    if (dispatcher.isEmpty() && !over) {
      leads.claim();
    }
  }

  private void wake() {
    pump();
    signal();
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    try {
      tellEnd();
      look();
      leads.tick();
      pump();
    } catch (PortException e) {
      if (!RetryStore.isPassing(e)) {
        run.breakOff(e);
      }
    } catch (Throwable e) {
      run.breakOff(e);
    }
    endIfOver();
  }

  /** What this process decided by itself is told to the store, so that others end too. */
  private void tellEnd() {
    RunState end = run.life().endState();
    boolean decidedHere = end == RunState.TIMED_OUT || end == RunState.FAILED;
    if (run.isCancelled() && decidedHere && !toldEnd) {
      runs.steer(run.tenant(), id(), end);
      toldEnd = true;
    }
  }

  /** One at a time, so that what was asked for is not undone by what was seen before. */
  private void look() {
    asking.lock();
    try {
      if (!seen.state().isEnded()) {
        apply(
            runs.find(run.tenant(), id())
                .orElseThrow(() -> new RunException("run " + id() + " is not in the store")));
      }
      if (seen.wish().isEnded() && !seen.state().isEnded() && leads.isEmpty()) {
        // Another process that worked on it may have died: asking again ends it when its leases
        // have expired.
        apply(runs.steer(run.tenant(), id(), seen.wish()));
      }
    } finally {
      asking.unlock();
    }
  }

  /** A state is told of once it holds here. */
  private void apply(StoredRun now) {
    switch (now.wish()) {
      case PAUSED -> run.life().pause();
      case RUNNING -> run.life().resume();
      case CANCELLED -> run.life().endNow(RunState.CANCELLED, "the run was cancelled");
      case TIMED_OUT, FAILED -> run.life().endNow(now.wish(), "the run was ended elsewhere");
      default -> run.life().resume();
    }
    seen = now;
  }

  private void endIfOver() {
    boolean noneInFlight = leads.isEmpty();
    boolean gone = run.isCancelled() && !seen.wish().isEnded() || run.broken() != null;
    boolean ended = noneInFlight && (seen.state().isEnded() || gone);
    boolean stuck = run.broken() != null && ++ticksBroken > GRACE_TICKS;
    if ((ended || stuck) && !over) {
      over = true;
      if (ticker != null) {
        ticker.close();
      }
      run.close();
      signal();
    }
  }

  /** Waits a moment, or until something changed. */
  void await(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!over) {
        var ignored = changed.await(longest.toNanos(), TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  // ---- what the host asks for

  @Override
  public RunState state() {
    return run.broken() == null ? seen.state() : RunState.FAILED;
  }

  @Override
  public RunProgress progress() {
    if (!over) {
      look();
    }
    return run.tally().progress(state(), seen.leads(), run.options().expectedLeads());
  }

  @Override
  protected Results source() {
    return new StoredResults(this, runs)::next;
  }

  @Override
  protected void join() throws InterruptedException {
    while (!over) {
      await(TICK);
    }
    throwIfBroken();
    if (sinks != null) {
      sinks.join();
    }
  }

  @Override
  public boolean isOverWithin(Duration longest) throws InterruptedException {
    long end = run.threads().nanoTime() + longest.toNanos();
    long left = longest.toNanos();
    while (!over && left > 0) {
      await(Duration.ofNanos(Math.min(left, TICK.toNanos())));
      left = end - run.threads().nanoTime();
    }
    return over;
  }

  @Override
  protected String brokeOff() {
    return "run " + id() + " broke off, and can be resumed";
  }

  /** Leads that were handed out while the run was paused were put off with a growing delay. */
  private void dispatchAgain() {
    try {
      new Intake(run, runs, dispatcher, this::pump).dispatchUnfinished();
    } catch (PortException | LeadAbandoned e) {
      LOG.warn("run {} goes on, but leads that were put off come later: {}", id(), e.getMessage());
    }
  }

  @Override
  protected void steer(RunState wish) {
    if (wish == RunState.RUNNING && seen.state().isEnded()) {
      return;
    }
    asking.lock();
    try {
      apply(runs.steer(run.tenant(), id(), wish));
    } finally {
      asking.unlock();
    }
    wake();
    if (wish == RunState.RUNNING && dispatcher.isPresent()) {
      dispatching.add(run.threads().background("prospector-dispatch-" + id(), this::dispatchAgain));
    }
  }

  @Override
  protected Run again() {
    runs.retryFailed(run.tenant(), id());
    return again.resume(id(), run.pipeline(), run.options());
  }

  /** Leaves the run: leads in flight are given back, and the run goes on wherever it is resumed. */
  @Override
  public void close() {
    if (!over) {
      run.life().endNow(RunState.STOPPED, "this process left the run");
      if (ticker != null) {
        Joining.uninterruptibly(ticker);
      }
    }
    if (reading == null || reading.leave(RunInput.GRACE)) {
      Joining.uninterruptibly(intake);
    } else {
      LOG.warn("run {} is left without its list, which goes on reading though interrupted", id());
    }
    dispatching.forEach(Joining::uninterruptibly);
    Joining.uninterruptibly(sinks);
  }
}
