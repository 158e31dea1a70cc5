package dev.prospector.engine.internal.retry;

import dev.prospector.error.PortException;
import dev.prospector.run.Threads;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Retries a store for some seconds while it cannot be reached, so that a short outage is not
 * noticed.
 */
public final class RetryStore {

  private static final int MOST_TRIES = 10;
  private static final long FIRST_PAUSE_MILLIS = 25;

  private final Threads threads;

  public RetryStore(Threads threads) {
    this.threads = threads;
  }

  /** Retries for a caller that can drop its lead, which is then taken up again later. */
  public <T> T ask(Supplier<T> question) {
    try {
      return insist(question);
    } catch (PortException e) {
      if (isPassing(e)) {
        throw new LeadAbandoned("the store cannot be reached");
      }
      throw e;
    }
  }

  /** Retries for a caller that fails if the store cannot be reached for so long. */
  public <T> T insist(Supplier<T> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (PortException e) {
        if (!isPassing(e) || attempt == MOST_TRIES || !pauses(attempt)) {
          throw e;
        }
      }
    }
  }

  /**
   * Retries as long as the run goes on here: for a caller that waits alone and holds up no other.
   */
  public <T> T askWhile(BooleanSupplier goesOn, Supplier<T> question) {
    while (true) {
      try {
        return ask(question);
      } catch (LeadAbandoned e) {
        if (!goesOn.getAsBoolean() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  /** Returns whether the failure may be over by itself. */
  public static boolean isPassing(PortException e) {
    return e.advice().isPassing();
  }

  private boolean pauses(int attempt) {
    try {
      threads.sleep(Duration.ofMillis(FIRST_PAUSE_MILLIS << Math.min(attempt, 7)));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
