package dev.prospector.run;

import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import java.util.stream.Stream;

/**
 * Leads on their way through a pipeline. Take the {@link #results()}: a run that is not stored
 * works only a little ahead of their consumer (backpressure), so that its memory does not grow with
 * the number of leads: with four results for each lead at a time waiting, and at least 64, it
 * stands still until one is taken. If the results are not needed, {@link #await()} drops them as
 * they come, and a run that is started with {@link RunOptions#forEffects()} keeps none and does not
 * wait. A stored run keeps its results in the store and does not wait either.
 *
 * <p>Safe for several threads; {@link #results()} is for one.
 */
public interface Run extends AutoCloseable {

  /** Returns the run's id. */
  RunId id();

  /** Returns what the run is doing, or how it ended. */
  RunState state();

  /** Returns how far the run has come. */
  RunProgress progress();

  /**
   * Returns the results in the order of the input; waits for each one. Can be asked for once.
   *
   * @throws dev.prospector.error.RunException if they were asked for before, or the run was started
   *     {@linkplain RunOptions#forEffects() for its effects}; and while it is read, if leads could
   *     not be read or results not kept
   */
  Stream<LeadResult> results();

  /**
   * Takes and drops all results unless {@link #results()} were asked for, and returns how far the
   * run has come when it ended.
   *
   * @throws dev.prospector.error.RunException if leads could not be read or results not kept
   */
  RunProgress await() throws InterruptedException;

  /** Lets no new step begin; those that run are finished. Does nothing if the run has ended. */
  void pause();

  /** Goes on after {@link #pause()}. Does nothing if the run is not paused. */
  void resume();

  /** Takes no new leads; those in flight are finished and delivered. */
  void stop();

  /**
   * Ends the run: running steps are interrupted, what is finished is kept, what was reserved and
   * not spent is given back. Leads in flight are delivered as skipped.
   */
  void cancel();

  /**
   * Returns a new run over the leads of this one that failed; with the same journal it executes
   * only what is missing.
   *
   * @throws dev.prospector.error.RunException if this run has not ended, or more leads failed than
   *     it remembers
   */
  Run retryFailed();

  /**
   * Ends the work on the run here, and waits until its threads are done. A run that is not stored
   * is cancelled; a stored one is left as it is, and others go on with it, or this process later.
   */
  @Override
  void close();
}
