package dev.prospector.tracking.subscription;

import dev.prospector.event.RunEvent;

/**
 * Follows a run. Called by one thread at a time, but not always by the same; it may be slow, since
 * nothing waits for it.
 */
@FunctionalInterface
public interface EventListener {

  /**
   * Takes the next event. If it throws, the event does not count as taken, and the subscription
   * ends.
   *
   * @throws InterruptedException if interrupted; the event comes again when the executor goes on
   */
  void next(RunEvent event) throws InterruptedException;

  /**
   * Is told that the subscription ended without being closed: by what {@link #next} threw, or by a
   * {@link dev.prospector.error.RunException} where the run or its next event is not in the store
   * any more. Does nothing unless overridden.
   */
  default void ended(RuntimeException cause) {}
}
