package dev.prospector.testkit.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Requests and tokens in any minute, as a provider counts them. Safe for several threads. */
final class MinuteLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** One call that counts. */
  private record Counted(Instant at, long tokens) {}

  private final long requests;
  private final long tokens;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Counted> counted = new ArrayDeque<>();
  private long sum;

  MinuteLimits(long requests, long tokens, Clock clock) {
    this.requests = requests;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What is left, and when there is more. */
  record State(long requests, long leftRequests, long tokens, long leftTokens, Duration until) {}

  /** Counts a call, or returns how long it has to wait. */
  Optional<Duration> take(long itsTokens) {
    lock.lock();
    try {
      Instant now = clock.instant();
      forget(now);
      if (counted.size() >= requests || sum + itsTokens > tokens) {
        Counted first = counted.peek();
        return Optional.of(first == null ? MINUTE : Duration.between(now, first.at().plus(MINUTE)));
      }
      counted.add(new Counted(now, itsTokens));
      sum += itsTokens;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void forget(Instant now) {
    while (!counted.isEmpty() && !counted.peek().at().plus(MINUTE).isAfter(now)) {
      sum -= counted.remove().tokens();
    }
  }

  State state() {
    lock.lock();
    try {
      Instant now = clock.instant();
      forget(now);
      Counted first = counted.peek();
      Duration until =
          first == null ? Duration.ZERO : Duration.between(now, first.at().plus(MINUTE));
      return new State(requests, requests - counted.size(), tokens, tokens - sum, until);
    } finally {
      lock.unlock();
    }
  }

  Instant now() {
    return clock.instant();
  }
}
