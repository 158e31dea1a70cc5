package dev.prospector.engine.internal.time;

import dev.prospector.run.Threads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts steps whose time is over, and all of them when the run is cancelled. In a pause the
 * time of steps stands still, that of the run does not.
 */
public final class Watchdog implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(50);

  private final Threads threads;
  private final PauseSwitch pauseSwitch;
  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
  private volatile String cancelled = "";
  private Threads.@Nullable Background watch;

  public Watchdog(Threads threads, PauseSwitch pauseSwitch) {
    this.threads = threads;
    this.pauseSwitch = pauseSwitch;
  }

  /**
   * Begins to watch.
   *
   * @param runNanos until the whole run is over
   * @param runIsOver what to do then; called again and again until it closes the watch
   * @param eachTime what else is to be done each time it looks
   */
  public void start(String name, long runNanos, Runnable runIsOver, Runnable eachTime) {
    long end = threads.nanoTime() + runNanos;
    watch =
        threads.every(
            TICK,
            name,
            () -> {
              look(end, runIsOver);
              eachTime.run();
            });
  }

  /**
   * Which limit a step has.
   *
   * @param message says that it is over
   * @param graceNanos how long the step may go on after a source has used up its time; 0 if a
   *     source that does so ends the step
   */
  public record Limit(String message, long graceNanos) {}

  /**
   * Watches the present thread until the deadline is closed.
   *
   * @param nanos until it is interrupted
   */
  public Deadline watch(long nanos, Limit limit) {
    Deadline deadline = new Deadline(this, pauseSwitch.openNanos() + nanos, limit);
    running.add(deadline);
    if (!cancelled.isEmpty()) {
      deadline.fire(cancelled);
    } else if (nanos <= 0) {
      deadline.fire(limit.message());
    }
    return deadline;
  }

  /** Interrupts everything that runs and everything that will. */
  void interruptAll(String why) {
    cancelled = why;
    running.forEach(deadline -> deadline.fire(why));
  }

  long nowNanos() {
    return pauseSwitch.openNanos();
  }

  void forget(Deadline deadline) {
    running.remove(deadline);
  }

  private void look(long end, Runnable runIsOver) {
    if (threads.nanoTime() - end >= 0) {
      runIsOver.run();
    }
    long now = pauseSwitch.openNanos();
    running.forEach(deadline -> deadline.fireIfOver(now));
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
