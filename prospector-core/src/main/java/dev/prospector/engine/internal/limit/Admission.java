package dev.prospector.engine.internal.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step on its way to its permits, which it takes one after the other and always in the same
 * order, so that there is no deadlock. Only one thread at a time has it in hand: the one that takes
 * permits for it, or after it waited, the one that hands it the permit or takes it out of the
 * queue.
 */
final class Admission {

  private final List<Limiter> limiters;
  private final Executor workers;
  private final BooleanSupplier obsolete;
  private final Function<Permits, @Nullable Onward> admitted;

  /** The limiter whose permit is to be taken next, and in whose queue it waits. */
  private volatile int next;

  /**
   * Creates an admission that has nothing yet.
   *
   * @param workers of the run of which the step is
   * @param obsolete whether it need not wait any longer, since what it waits for will not be done
   * @param admitted told when all permits are there, or none if it became obsolete; returns what is
   *     to be done, null if that happens elsewhere
   */
  Admission(
      List<Limiter> limiters,
      Executor workers,
      BooleanSupplier obsolete,
      Function<Permits, @Nullable Onward> admitted) {
    this.limiters = limiters;
    this.workers = workers;
    this.obsolete = obsolete;
    this.admitted = admitted;
  }

  boolean isObsolete() {
    return obsolete.getAsBoolean();
  }

  /** Takes what is missing as far as it is there; returns whether nothing is missing. */
  boolean takesAll() {
    while (next < limiters.size()) {
      if (!limiters.get(next).take(this)) {
        return false;
      }
      next++;
    }
    return true;
  }

  Permits permits() {
    return new Permits(limiters);
  }

  /** Goes on with the permit for which it waited. */
  @Nullable Onward granted() {
    next++;
    return takesAll() ? admitted.apply(permits()) : null;
  }

  /** Stops waiting; false if it does not wait, since a permit is on its way to it. */
  boolean leaves() {
    int waitsFor = next;
    return waitsFor < limiters.size() && limiters.get(waitsFor).leave(this);
  }

  /** Goes on with the permit for which it waited, on a thread of its own run. */
  void goesOnElsewhere() {
    handOver(granted());
  }

  /** Goes on without permits after it left the queue. */
  void turnAway() {
    givesUp();
    handOver(admitted.apply(Permits.NONE));
  }

  /** Gives back what it has after it left the queue, or got all it waited for. */
  void givesUp() {
    new Permits(new ArrayList<>(limiters.subList(0, next))).giveBackAll().forEach(this::handOver);
  }

  private void handOver(@Nullable Onward onward) {
    if (onward != null) {
      workers.execute(() -> ResourceLimits.follow(onward));
    }
  }
}
