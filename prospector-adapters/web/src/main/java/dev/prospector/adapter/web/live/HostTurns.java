package dev.prospector.adapter.web.live;

import dev.prospector.lead.Tenant;
import dev.prospector.run.Threads;
import dev.prospector.store.SharedLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one request at a time go to a host, and none too soon after the last one, together with
 * every process that shares the limits. Safe for several threads.
 */
final class HostTurns {

  private static final Duration OFTENEST = Duration.ofMillis(25);
  private static final Duration RAREST = Duration.ofMillis(500);
  private static final int MOST_REMEMBERED = 10_000;

  /** Work on one host. */
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /** A host's permit in this process, and how many threads want it. */
  private static final class Door {
    private final Semaphore permit = new Semaphore(1, true);
    private int wanted;
  }

  private final SharedLimits limits;
  private final Tenant tenant;
  private final Clock clock;
  private final Threads threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Door> doors = new HashMap<>();
  private final Map<String, Instant> notBefore =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  HostTurns(SharedLimits limits, Tenant tenant, Clock clock, Threads threads) {
    this.limits = limits;
    this.tenant = tenant;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * Does something while no other thread sends to the host.
   *
   * @param apart the usual time between two requests to the host
   */
  <T> T alone(String host, Duration apart, Work<T> work) throws InterruptedException {
    Door door = door(host);
    try {
      door.permit.acquire();
      try {
        return held(host, lookAgain(apart), work);
      } finally {
        door.permit.release();
      }
    } finally {
      leave(host, door);
    }
  }

  /**
   * How long after another process had the host it is looked again. Who is next has to wait for the
   * time between requests anyway, so that looking twice in that time loses nothing; looking more
   * often would only burden the store.
   */
  private static Duration lookAgain(Duration apart) {
    Duration half = apart.dividedBy(2);
    if (half.compareTo(OFTENEST) < 0) {
      return OFTENEST;
    }
    return half.compareTo(RAREST) > 0 ? RAREST : half;
  }

  private <T> T held(String host, Duration pause, Work<T> work) throws InterruptedException {
    String name = "host " + host;
    try {
      while (limits.hold(tenant, name, 1, 0, 1) < 1) {
        threads.sleep(pause);
      }
      return work.run();
    } finally {
      limits.hold(tenant, name, 1, 0, 0);
    }
  }

  /** Waits until the next request may go to the host. */
  void next(String host, Duration apart) throws InterruptedException {
    Instant turn = limits.turn(tenant, turnOf(host), apart);
    Instant pause = pause(host);
    Duration wait = Duration.between(clock.instant(), turn.isAfter(pause) ? turn : pause);
    if (!wait.isNegative() && !wait.isZero()) {
      threads.sleep(wait);
    }
  }

  /**
   * Says that a request is over: the time to the next one counts from now, so that a request that
   * was late on its way is not followed too soon.
   */
  void done(String host) {
    limits.ended(tenant, turnOf(host), clock.instant());
  }

  private static String turnOf(String host) {
    return "turn of " + host;
  }

  /** Leaves a host alone that asked for it. */
  void slowDown(String host, Duration time) {
    lock.lock();
    try {
      notBefore.put(host, clock.instant().plus(time));
    } finally {
      lock.unlock();
    }
  }

  /** Returns how long a host still wants to be left alone; zero if it does not. */
  Duration paused(String host) {
    Duration left = Duration.between(clock.instant(), pause(host));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Instant pause(String host) {
    lock.lock();
    try {
      return notBefore.getOrDefault(host, Instant.EPOCH);
    } finally {
      lock.unlock();
    }
  }

  private Door door(String host) {
    lock.lock();
    try {
      Door door = doors.computeIfAbsent(host, h -> new Door());
      door.wanted++;
      return door;
    } finally {
      lock.unlock();
    }
  }

  private void leave(String host, Door door) {
    lock.lock();
    try {
      if (--door.wanted == 0) {
        doors.remove(host);
      }
    } finally {
      lock.unlock();
    }
  }
}
