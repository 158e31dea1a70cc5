package dev.prospector.engine.internal.time;

import dev.prospector.event.RunState;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What a run is doing. Every change is made under one lock, so that a pause that crosses a cancel
 * does not leave anybody waiting; events are published by the caller, after the lock is free.
 */
public final class RunLife {

  private final ReentrantLock lock = new ReentrantLock();
  private final PauseSwitch pauseSwitch;
  private final Watchdog watchdog;
  private volatile RunState state = RunState.RUNNING;
  private volatile String endCause = "";
  private volatile boolean gentle;
  private volatile RunState endState = RunState.COMPLETED;

  public RunLife(PauseSwitch pauseSwitch, Watchdog watchdog) {
    this.pauseSwitch = pauseSwitch;
    this.watchdog = watchdog;
  }

  public RunState state() {
    return state;
  }

  /** Returns whether the run was told to end at once. */
  public boolean isCancelled() {
    return !endCause.isEmpty();
  }

  /** Returns whether leads in flight are to end as skipped, rather than wait for a resumption. */
  public boolean isCancelledForGood() {
    return isCancelled() && endState == RunState.CANCELLED;
  }

  /** Returns how the run is to end, once it was told to. */
  public RunState endState() {
    return endState;
  }

  public String endCause() {
    return endCause;
  }

  public boolean isRunning() {
    return state == RunState.RUNNING;
  }

  public boolean takesLeads() {
    RunState now = state; // Read once: it may go from paused to running in between.
    return (now == RunState.RUNNING || now == RunState.PAUSED) && !isCancelled();
  }

  public boolean pause() {
    return change(
        () -> {
          boolean runs = state == RunState.RUNNING && !isCancelled();
          if (runs) {
            state = RunState.PAUSED;
            pauseSwitch.close();
          }
          return runs;
        });
  }

  public boolean resume() {
    return change(
        () -> {
          boolean paused = state == RunState.PAUSED;
          if (paused) {
            state = RunState.RUNNING;
            pauseSwitch.open();
          }
          return paused;
        });
  }

  public boolean stop() {
    return change(
        () -> {
          boolean runs = state == RunState.RUNNING;
          if (runs) {
            state = RunState.STOPPING;
          }
          return runs;
        });
  }

  public boolean endNow(RunState ending, String cause) {
    return change(
        () -> {
          boolean goesOn = !state.isEnded() && !isCancelled();
          if (goesOn) {
            end(ending, cause);
          }
          if (goesOn || gentle) {
            gentle = false;
            watchdog.interruptAll(endCause);
          }
          return goesOn;
        });
  }

  /** Lets no step begin any more, and those that run end; {@link #endNow} interrupts them. */
  public boolean leave(String cause) {
    return change(
        () -> {
          boolean goesOn = !state.isEnded() && !isCancelled();
          if (goesOn) {
            gentle = true;
            end(RunState.STOPPED, cause);
          }
          return goesOn;
        });
  }

  private void end(RunState ending, String cause) {
    endState = ending;
    endCause = cause;
    pauseSwitch.open();
  }

  /** Ends the run, and returns how. */
  public RunState finish() {
    lock.lock();
    try {
      boolean stopped = state == RunState.STOPPING && !isCancelled();
      state = stopped ? RunState.STOPPED : endState;
      pauseSwitch.open();
      return state;
    } finally {
      lock.unlock();
    }
  }

  private boolean change(BooleanSupplier change) {
    lock.lock();
    try {
      return change.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
