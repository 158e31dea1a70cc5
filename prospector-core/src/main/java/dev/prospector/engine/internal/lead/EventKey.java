package dev.prospector.engine.internal.lead;

import dev.prospector.event.RunEvent;
import org.jspecify.annotations.Nullable;

/**
 * What makes two events of one lead the same one, told twice: so that a lead that is taken up again
 * leaves the events of a lead that was never interrupted.
 *
 * @param kind what happened; a section that is found in the journal was written before
 * @param step the agent's id; empty for the lead itself
 * @param attempt the try, where it is about one
 */
record EventKey(Class<?> kind, String step, int attempt) {

  /** Returns the key of an event of a lead. */
  static EventKey of(RunEvent event) {
    if (event instanceof RunEvent.StepReused reused) {
      return new EventKey(RunEvent.StepCompleted.class, reused.step(), 0);
    }
    if (event instanceof RunEvent.StepRetried retried) {
      return new EventKey(RunEvent.StepRetried.class, retried.step(), retried.attempt());
    }
    if (event instanceof RunEvent.CallSettled settled) {
      RunEvent.CallSettled.Which which = settled.which();
      String call = which.step() + "/" + which.call();
      return new EventKey(RunEvent.CallSettled.class, call, which.attempt());
    }
    String step = step(event);
    return new EventKey(event.getClass(), step == null ? "" : step, 0);
  }

  private static @Nullable String step(RunEvent event) {
    if (event instanceof RunEvent.StepStarted started) {
      return started.step();
    }
    if (event instanceof RunEvent.StepCompleted completed) {
      return completed.step();
    }
    if (event instanceof RunEvent.StepFellBack fellBack) {
      return fellBack.step();
    }
    if (event instanceof RunEvent.StepSkipped skipped) {
      return skipped.step();
    }
    return event instanceof RunEvent.StepFailed failed ? failed.step() : null;
  }
}
