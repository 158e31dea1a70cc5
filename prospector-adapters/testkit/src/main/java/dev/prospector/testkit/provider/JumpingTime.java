package dev.prospector.testkit.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that stands still while anybody works, and jumps to the next who wakes up when all sleep:
 * ten minutes of waiting pass in a moment. Safe for several threads, which begin by {@link #all} or
 * do {@link #counted} work.
 */
public final class JumpingTime {

  /** The time stands still until it is closed, once. */
  @FunctionalInterface
  public interface Standstill extends AutoCloseable {

    @Override
    void close();
  }

  /** Somebody who sleeps. */
  private record Sleeper(Instant until, long number, Condition woken, boolean[] awake) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparing(Sleeper::until).thenComparingLong(Sleeper::number));
  private volatile Instant now;
  private int working;
  private long number;

  /** Creates a time that begins so. */
  public JumpingTime(Instant start) {
    this.now = start;
  }

  /** Returns the clock that shows it, in UTC. */
  public Clock clock() {
    return new Shown(ZoneOffset.UTC);
  }

  private final class Shown extends Clock {
    private final ZoneId zone;

    Shown(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Shown(other);
    }
  }

  /** Sleeps until the time has come; jumps there if no thread works meanwhile. */
  public void sleep(Duration time) throws InterruptedException {
    if (time.isZero() || time.isNegative()) {
      return;
    }
    lock.lock();
    try {
      Sleeper sleeper =
          new Sleeper(now.plus(time), number++, lock.newCondition(), new boolean[] {false});
      sleepers.add(sleeper);
      working--;
      jumpIfAllSleep();
      awaitWakingOf(sleeper);
    } finally {
      lock.unlock();
    }
  }

  /** Who is interrupted works again, as who is woken. */
  private void awaitWakingOf(Sleeper sleeper) throws InterruptedException {
    try {
      while (!sleeper.awake()[0]) {
        sleeper.woken().await();
      }
    } catch (InterruptedException e) {
      if (sleepers.remove(sleeper)) {
        working++;
      }
      throw e;
    }
  }

  private void jumpIfAllSleep() {
    if (working > 0 || sleepers.isEmpty()) {
      return;
    }
    Sleeper next = sleepers.remove();
    now = next.until().isAfter(now) ? next.until() : now;
    next.awake()[0] = true;
    working++;
    next.woken().signal();
  }

  /** Keeps the time standing still from now on, such as until all have begun who are to. */
  public Standstill standStill() {
    begun(1);
    return this::ended;
  }

  /** Does all works at once, each in a thread of its own, and returns what they give, in order. */
  public <R> List<R> all(List<Callable<R>> works) throws InterruptedException, ExecutionException {
    begun(works.size());
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<R>> futures = new ArrayList<>();
      works.forEach(work -> futures.add(pool.submit(() -> done(work))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * Returns threads of this time: what is handed to them counts as work until it is done, so that
   * no time passes before it begins.
   *
   * @param pool runs each at once
   */
  public Executor executor(Executor pool) {
    return work -> {
      begun(1);
      pool.execute(
          () -> {
            try {
              work.run();
            } finally {
              ended();
            }
          });
    };
  }

  /**
   * Returns a work for a thread of somebody else's that may sleep by this time: it stands still
   * from when the work begins until it ends or sleeps.
   */
  public Runnable counted(Runnable work) {
    return () -> {
      begun(1);
      try {
        work.run();
      } finally {
        ended();
      }
    };
  }

  private <R> R done(Callable<R> work) throws Exception {
    try {
      return work.call();
    } finally {
      ended();
    }
  }

  /** So many more work from now on. */
  private void begun(int more) {
    lock.lock();
    try {
      working += more;
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      working--;
      jumpIfAllSleep();
    } finally {
      lock.unlock();
    }
  }
}
