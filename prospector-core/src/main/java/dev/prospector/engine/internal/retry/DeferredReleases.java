package dev.prospector.engine.internal.retry;

import dev.prospector.error.PortException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Deferred work that no caller waits for: releasing a lease or a reservation. It is done at once if
 * its store can be reached, and otherwise as soon as that is so. Safe for several threads.
 */
public final class DeferredReleases {

  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /** Does it now or later. */
  public void add(Runnable work) {
    waiting.add(work);
    run();
  }

  /** Does what could not be done before, as far as it can be done now. */
  public void run() {
    Runnable work;
    while ((work = waiting.poll()) != null) {
      try {
        work.run();
      } catch (PortException e) {
        waiting.add(work);
        return;
      }
    }
  }

  /** Returns how much could not be done so far. */
  public int left() {
    return waiting.size();
  }
}
