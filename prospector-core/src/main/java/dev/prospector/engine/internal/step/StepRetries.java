package dev.prospector.engine.internal.step;

import dev.prospector.agent.Resource;
import dev.prospector.engine.internal.limit.Onward;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.limit.ResourceLimits;
import dev.prospector.engine.internal.lookup.StepLookUps;
import dev.prospector.engine.internal.time.Deadline;
import dev.prospector.engine.internal.workplace.Workplace;
import dev.prospector.error.InterruptedWorkException;
import dev.prospector.error.PortException;
import dev.prospector.event.RunEvent;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what failed as its advice and the policy allow, within the step's time. Confined to one
 * step.
 */
final class StepRetries {

  private final LeadExecution lead;
  private final Workplace run;
  private final String step;
  private final StepLookUps lookUps;
  private int attempts;
  private Permits held = Permits.NONE;
  private boolean lent;
  private @Nullable Onward onward;
  private @Nullable Deadline deadline;

  /** One piece of work that may be tried again. */
  @FunctionalInterface
  interface Try<R> {
    R run() throws InterruptedException;
  }

  StepRetries(LeadExecution lead, String step, StepLookUps lookUps) {
    this.lookUps = lookUps;
    this.lead = lead;
    this.run = lead.run();
    this.step = step;
  }

  /** Returns what the step asks of sources. */
  StepLookUps lookUps() {
    return lookUps;
  }

  /** Returns how often something was tried. */
  int attempts() {
    return attempts;
  }

  <R> R run(Set<Resource> resources, Try<R> work) throws Interrupted {
    try (Deadline watched = lead.deadline()) {
      deadline = watched;
      for (int attempt = 1; ; attempt++) {
        attempts++;
        try {
          lookUps.attempt(attempt, watched);
          return attempt(resources, work);
        } catch (PortException e) {
          pauseAfter(e, attempt, watched);
        } catch (InterruptedException | InterruptedWorkException e) {
          Thread.interrupted(); // The try is over, and with it what the flag was for.
          throw new Interrupted(watched.cause().isEmpty() ? endOfRun() : watched.cause());
        }
      }
    } catch (InterruptedException e) {
      throw new Interrupted("interrupted while waiting for the next try: " + limits());
    } finally {
      deadline = null;
    }
  }

  /** Returns when to try again, unless trying again is not allowed. */
  private void pauseAfter(PortException e, int attempt, Deadline watched)
      throws Interrupted, InterruptedException {
    if (!watched.cause().isEmpty()) {
      throw new Interrupted(watched.cause()); // The failure is a consequence of that.
    }
    if (!run.options().retry().allows(attempt, e.advice())) {
      throw e;
    }
    tellRetried(String.valueOf(e.getMessage()));
    Duration delay = run.options().retry().delayAfter(attempt, e.advice(), run.chance());
    if (!delay.isZero()) {
      run.threads().sleep(delay);
    }
  }

  /**
   * The limits of what the agent uses are held while it works, not while it waits to try again; and
   * who waited for them until the run was paused does not begin.
   */
  private <R> R attempt(Set<Resource> needed, Try<R> work) throws InterruptedException {
    while (true) {
      boolean done = false;
      try {
        takeUnlessHeld(needed);
        run.limits().awaitTurns(needed);
        if (run.pauseSwitch().isOpen()) {
          R result = work.run();
          done = true;
          return result;
        }
      } finally {
        giveBack(done);
      }
      run.pauseSwitch().pass();
    }
  }

  /** Holds from the beginning what the step was given before. */
  void hold(Permits permits) {
    held = permits;
  }

  /** Holds what was given before to all that are asked together, and leaves it to them. */
  void borrow(Permits permits) {
    held = permits;
    lent = !permits.isEmpty();
  }

  /** Returns what may begin since the step gave back what it held; null if nothing may. */
  @Nullable Onward onward() {
    return onward;
  }

  private void takeUnlessHeld(Set<Resource> needed) throws InterruptedException {
    if (Thread.interrupted() || run.isCancelled()) {
      throw new InterruptedException(); // Also where a run ends gently nothing begins any more.
    }
    if (held.isEmpty()) {
      held = run.limits().acquire(needed);
    }
  }

  /**
   * Another step may begin with it: when this one has ended, or at once on another thread where
   * this one is going to wait for something. What is borrowed is kept for those who lent it, unless
   * this one waits.
   */
  private void giveBack(boolean done) {
    if (done && lent) {
      return;
    }
    lent = false;
    Onward next = held.giveBack(run::execute);
    held = Permits.NONE;
    if (next == null) {
      return;
    }
    if (done && onward == null && run.ports().storage().runs().isEmpty()) {
      onward = next;
    } else {
      run.execute(() -> ResourceLimits.follow(next));
    }
  }

  /** Tells that something else is tried in the place of what failed. */
  void tellRetried(String reason) {
    int tried = attempts;
    lead.book().note(p -> new RunEvent.StepRetried(p, lead.id(), step, tried, reason));
  }

  /** Waits for something outside, while the time of the step and of its lead stands still. */
  <R> R standingStill(Try<R> wait) throws InterruptedException {
    Deadline watched = deadline;
    if (watched == null) {
      return wait.run();
    }
    lead.time().standStill();
    watched.standStill();
    try {
      return wait.run();
    } finally {
      watched.goOn();
      lead.time().goOn();
    }
  }

  private String endOfRun() {
    return run.isCancelled() ? run.endCause() : "interrupted from outside";
  }

  private String limits() {
    return run.isCancelled() ? "the run was cancelled" : "its time is over";
  }
}
