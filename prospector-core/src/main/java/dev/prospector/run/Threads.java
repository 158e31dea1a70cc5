package dev.prospector.run;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Where the work of runs is done, and how time passes for it. With another one than {@link
 * #platform()}, a test can run everything on one thread, in a reproducible order.
 *
 * <p>Safe for several threads.
 */
public interface Threads {

  /**
   * Returns where the steps of one run are executed.
   *
   * @param name for threads made for it
   * @param leads so many at a time
   * @param stepsEach so many side by side at most for each
   */
  Workers workers(String name, int leads, int stepsEach);

  /** Begins work that takes as long as the run. */
  Background background(String name, Runnable work);

  /**
   * Does something again and again.
   *
   * @param pause between the end of one time and the beginning of the next
   */
  Background every(Duration pause, String name, Runnable work);

  /** Returns the nanoseconds since some moment that stays the same. */
  long nanoTime();

  /** Waits. */
  void sleep(Duration time) throws InterruptedException;

  /**
   * Returns whether each step is to be executed as a piece of work of its own, rather than together
   * with those that become ready after it, so that their order can be chosen.
   */
  default boolean oneStepAtATime() {
    return false;
  }

  /** Returns threads of this platform: virtual ones for steps where there are such. */
  static Threads platform() {
    return PlatformThreads.INSTANCE;
  }

  /**
   * Returns threads of the host for the steps of all runs. Steps block, so that no more of them run
   * at a time than the executor has threads; the others wait in its queue. It is never shut down
   * here, and must not be while a run goes on: a run whose work it refuses fails. What goes on
   * beside the steps, such as the watch over their times, has a few threads of its own.
   */
  static Threads of(Executor executor) {
    return new ExecutorThreads(executor);
  }

  /** Executes the steps of one run. */
  interface Workers extends Executor, AutoCloseable {

    /** Takes no more work; what it has is still done. */
    @Override
    void close();
  }

  /** Work of ours beside the steps. */
  interface Background extends AutoCloseable {

    /** Waits until it has ended by itself. */
    void join() throws InterruptedException;

    /** Lets it not begin again; does not interrupt it. */
    @Override
    void close();
  }
}
