package dev.prospector.pipeline;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks a store again while it says that it cannot be reached, for some seconds: so short a fault is
 * nobody's business. After that the lead is given up here, to be taken up when the store is back.
 */
final class PatientStore {

  private static final int MOST_TRIES = 10;
  private static final long FIRST_PAUSE_MILLIS = 25;

  private final Workplace run;

  PatientStore(Workplace run) {
    this.run = run;
  }

  <T> T ask(Supplier<T> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (PortException e) {
        if (!isPassing(e)) {
          throw e;
        }
        if (attempt == MOST_TRIES || !pauses(attempt)) {
          throw new LeadAbandoned("the store cannot be reached");
        }
      }
    }
  }

  /** Asks as long as the run goes on here: for who waits alone, and keeps nobody from anything. */
  <T> T askWhile(BooleanSupplier goesOn, Supplier<T> question) {
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
  static boolean isPassing(PortException e) {
    return e.advice().kind() != RetryAdvice.Kind.NEVER;
  }

  private boolean pauses(int attempt) {
    try {
      run.threads().sleep(Duration.ofMillis(FIRST_PAUSE_MILLIS << Math.min(attempt, 7)));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
