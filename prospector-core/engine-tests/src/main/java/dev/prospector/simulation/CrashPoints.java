package dev.prospector.simulation;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The moments at which the process of a test can die, or lose sight of what is stored: right before
 * and right after every effect that outlives it. Run once without a crash to learn what was {@link
 * #passed()}, then once for each of these points. After the crash every effect dies before it is
 * made.
 *
 * <p>Safe for several threads. What other threads are in the middle of when the process dies may
 * still come to pass, as with a process that is killed; {@link #awaitQuiet()} waits for it.
 */
public final class CrashPoints {

  private final long crashAt;
  private final Killed killed;
  private final Outages outages;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final List<String> passed = new ArrayList<>();
  private Instant backAt = Instant.MIN;
  private int running;
  private boolean dead;

  /** Where a process is to be killed from outside: at which pass of which point, and how. */
  private record Killed(String point, long pass, Runnable kill) {
    static final Killed NEVER = new Killed("", 0, () -> {});
  }

  /** At which points what is stored cannot be reached any more, and for how long on which clock. */
  private record Outages(Set<Long> points, Duration time, Clock clock) {
    static final Outages NONE = new Outages(Set.of(), Duration.ZERO, Clock.systemUTC());
  }

  /** The process died here. An error, since nothing that it interrupts could have caught it. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(String where) {
      super("the process died " + where, null, false, false);
    }
  }

  private CrashPoints(long crashAt, Killed killed, Outages outages) {
    this.crashAt = crashAt;
    this.killed = killed;
    this.outages = outages;
  }

  /** Returns points none of which is a crash. */
  public static CrashPoints none() {
    return new CrashPoints(Long.MAX_VALUE, Killed.NEVER, Outages.NONE);
  }

  /**
   * Returns points at one of which a real process is killed from outside.
   *
   * @param point the name of the point
   * @param pass at which of its passes, counted from 1
   * @param kill has the process killed, on the thread that came there; if it does not return, that
   *     thread stays there while all others go on
   */
  public static CrashPoints killedAt(String point, long pass, Runnable kill) {
    return new CrashPoints(Long.MAX_VALUE, new Killed(point, pass, kill), Outages.NONE);
  }

  /** Returns points of which the given one, counted from 1, is a crash. */
  public static CrashPoints at(long point) {
    if (point < 1) {
      throw new IllegalArgumentException("points are counted from 1, not " + point);
    }
    return new CrashPoints(point, Killed.NEVER, Outages.NONE);
  }

  /**
   * Returns points at which no process dies: from some of them on the store cannot be reached, for
   * a while. At the point after an effect the effect was made, and its caller is told that it
   * failed.
   *
   * @param points counted from 1
   * @param time how long nothing can be reached
   * @param clock on which the time passes
   */
  public static CrashPoints awayAt(Collection<Long> points, Duration time, Clock clock) {
    return new CrashPoints(
        Long.MAX_VALUE, Killed.NEVER, new Outages(Set.copyOf(points), time, clock));
  }

  /** Returns the names of the points that were passed or crashed at, in order. */
  public List<String> passed() {
    lock.lock();
    try {
      return List.copyOf(passed);
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the process has died. */
  public boolean isDead() {
    lock.lock();
    try {
      return dead;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether what is stored cannot be reached. */
  public boolean isAway() {
    lock.lock();
    try {
      return backAt.isAfter(outages.clock().instant());
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no effect is being made any more. */
  public void awaitQuiet() throws InterruptedException {
    lock.lock();
    try {
      while (running > 0) {
        quiet.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Has an effect made, between the two points before and after it. */
  <T> T around(String effect, Supplier<T> make) {
    begin(effect);
    try {
      refuseWhileAway();
      T made = make.get();
      pass("after " + effect);
      refuseWhileAway();
      return made;
    } finally {
      end();
    }
  }

  void around(String effect, Runnable make) {
    var ignored =
        around(
            effect,
            () -> {
              make.run();
              return true;
            });
  }

  /** Dies if the process is dead: it does not read either. */
  <T> T read(Supplier<T> question) {
    lock.lock();
    try {
      dieIfDead();
    } finally {
      lock.unlock();
    }
    refuseWhileAway();
    return question.get();
  }

  void begin(String effect) {
    boolean isKilled;
    lock.lock();
    try {
      isKilled = isKilledAt("before " + effect);
      running++;
    } finally {
      lock.unlock();
    }
    killIf(isKilled);
  }

  void pass(String point) {
    boolean isKilled;
    lock.lock();
    try {
      isKilled = isKilledAt(point);
    } finally {
      lock.unlock();
    }
    killIf(isKilled);
  }

  private boolean isKilledAt(String point) {
    dieIfDead();
    passed.add(point);
    if (outages.points().contains((long) passed.size())) {
      backAt = outages.clock().instant().plus(outages.time());
    }
    if (passed.size() == crashAt) {
      dead = true;
      throw new Crash(point);
    }
    return point.equals(killed.point())
        && passed.stream().filter(point::equals).count() == killed.pass();
  }

  /** Without the lock, so that all other threads go on meanwhile. */
  private void killIf(boolean isKilled) {
    if (isKilled) {
      killed.kill().run();
    }
  }

  void end() {
    lock.lock();
    try {
      running--;
      quiet.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void refuseWhileAway() {
    if (isAway()) {
      throw new PortException("store", "it cannot be reached", RetryAdvice.backOff());
    }
  }

  private void dieIfDead() {
    if (dead) {
      throw new Crash("long ago");
    }
  }
}
