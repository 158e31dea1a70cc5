package dev.prospector.adapter.web.live;

import dev.prospector.run.Threads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells a host that does not answer from a network that is away: while others answer, it is the
 * host. Safe for several threads.
 */
final class Network {

  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Threads threads;
  private final AtomicLong answers = new AtomicLong();

  Network(Threads threads) {
    this.threads = threads;
  }

  /** Returns how many answers there were, of whatever host. */
  long answers() {
    return answers.get();
  }

  void answered() {
    answers.incrementAndGet();
  }

  /**
   * Waits for another host to answer, and returns whether none did.
   *
   * @param before how many answers there were when the failed request began
   */
  boolean isAway(long before) throws InterruptedException {
    for (Duration waited = Duration.ZERO;
        waited.compareTo(WAIT) < 0;
        waited = waited.plus(LOOK_AGAIN)) {
      if (answers.get() != before) {
        return false;
      }
      threads.sleep(LOOK_AGAIN);
    }
    return answers.get() == before;
  }
}
