package dev.prospector.engine.internal.control;

import dev.prospector.engine.internal.lead.ResultSpliterator;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a host can do with a run; each kind of run says how that is done. */
public abstract class RunControl implements Run {

  private final Workplace run;
  private final AtomicBoolean taken = new AtomicBoolean();

  protected RunControl(Workplace run) {
    this.run = run;
  }

  /** Hands out one result after the other. */
  @FunctionalInterface
  protected interface Results {

    /** Waits for the next result; empty when there will be none. */
    Optional<LeadResult> next() throws InterruptedException;
  }

  /** Returns where results come from; asked once. */
  protected abstract Results source();

  /** Asks for a state. */
  protected abstract void steer(RunState wish);

  /** Returns a run over the leads that failed; this one has ended. */
  protected abstract Run again();

  /** Waits until the run has ended here, and everything that belongs to it has been told. */
  protected abstract void join() throws InterruptedException;

  /** Returns how the message begins that tells that the run broke off. */
  protected abstract String brokeOff();

  /** Waits for the end at most so long; returns whether it has come. */
  public abstract boolean isOverWithin(Duration longest) throws InterruptedException;

  /** Lets no new step begin here and those that run end; then the run is left to others. */
  public void endGently() {
    run.life().leave("this process left the run");
  }

  public Workplace workplace() {
    return run;
  }

  @Override
  public RunId id() {
    return run.id();
  }

  @Override
  public Stream<LeadResult> results() {
    if (run.options().isForEffects()) {
      throw new RunException("run " + id() + " was started for its effects: it keeps no results");
    }
    if (!takes()) {
      throw new RunException("the results of run " + id() + " were already asked for");
    }
    Results results = source();
    return StreamSupport.stream(new ResultSpliterator(() -> next(results)), false);
  }

  /** Claims the results for the caller; returns whether they were free. */
  protected boolean takes() {
    return taken.compareAndSet(false, true);
  }

  private Optional<LeadResult> next(Results results) {
    try {
      return results.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("interrupted while waiting for a result of run " + id(), e);
    }
  }

  @Override
  public RunProgress await() throws InterruptedException {
    join();
    return progress();
  }

  public void throwIfBroken() {
    Throwable cause = run.broken();
    if (cause != null) {
      String why = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
      throw new RunException(brokeOff() + ": " + why, cause);
    }
  }

  @Override
  public void pause() {
    steer(RunState.PAUSED);
  }

  @Override
  public void resume() {
    steer(RunState.RUNNING);
  }

  @Override
  public void stop() {
    steer(RunState.STOPPED);
  }

  @Override
  public void cancel() {
    steer(RunState.CANCELLED);
  }

  @Override
  public Run retryFailed() {
    if (!state().isEnded()) {
      throw new RunException("run " + id() + " has not ended: take its results first");
    }
    return again();
  }
}
