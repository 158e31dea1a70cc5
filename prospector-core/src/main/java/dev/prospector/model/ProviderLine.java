package dev.prospector.model;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.lead.Tenant;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for one provider: tenants in turn, within its rates, as many at a time as it
 * bears, one by one while it may be down. It waits for nothing itself. Safe for several threads.
 */
final class ProviderLine {

  /** Waiting callers are not notified of a change; each polls again after this time at most. */
  static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  /** The circuit lets a call try only after its time, not at it. */
  private static final Duration AFTER_THE_CIRCUIT = Duration.ofMillis(2);

  private static final Duration ONE_ROUND = Duration.ofSeconds(1);
  private static final int WINDOW = 20;
  private static final int LEAST_CALLS = 5;

  private final ProviderLimits limits;
  private final Clock clock;
  private final CircuitBreaker circuit;
  private final ReentrantLock lock = new ReentrantLock();
  private final TenantsInTurn<Ticket> waiting = new TenantsInTurn<>();
  private final Rate requests;
  private final Rate tokens;
  private double mostNow;
  private int inFlight;
  private Instant notBefore;
  private Instant downUntil;
  private Instant eased = Instant.MIN;
  private @Nullable PortException unusable;

  /** Somebody's place in the line. */
  record Ticket(Tenant tenant, long tokens, Object identity) {}

  ProviderLine(ProviderLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    Instant now = clock.instant();
    this.requests = new Rate(limits.requestsPerMinute(), now);
    this.tokens = new Rate(limits.tokensPerMinute(), now);
    this.mostNow = limits.firstConcurrency();
    this.notBefore = now;
    this.downUntil = now;
    this.circuit =
        CircuitBreaker.of(
            "provider",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(c -> c.instant().toEpochMilli(), TimeUnit.MILLISECONDS)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(limits.openFor().plusMillis(1))
                .build());
  }

  Ticket join(Tenant tenant, long estimatedTokens) {
    lock.lock();
    try {
      Ticket ticket = new Ticket(tenant, estimatedTokens, new Object());
      waiting.join(tenant, ticket);
      return ticket;
    } finally {
      lock.unlock();
    }
  }

  /** Somebody does not wait any longer. */
  void leave(Ticket ticket) {
    lock.lock();
    try {
      waiting.leave(ticket.tenant(), ticket);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins a call if it is its turn.
   *
   * @return zero if it begins; else how long to wait before asking again
   * @throws PortException if the provider cannot be used until a person has mended something
   */
  Duration begin(Ticket ticket) {
    lock.lock();
    try {
      if (unusable != null) {
        throw again(unusable);
      }
      Instant now = clock.instant();
      Duration wait = untilSomebody(now);
      if (!wait.isZero()) {
        return wait;
      }
      if (!waiting.isNext(ticket)) {
        return LOOK_AGAIN;
      }
      waiting.serve(ticket.tenant(), ticket);
      inFlight++;
      requests.take(1);
      tokens.take(ticket.tokens());
      return Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  private Duration untilSomebody(Instant now) {
    boolean trial = isTried();
    if (inFlight >= (trial ? 1 : (int) mostNow)) {
      return LOOK_AGAIN;
    }
    Duration longest = Duration.between(now, trial ? later(downUntil, notBefore) : notBefore);
    for (Duration one : List.of(requests.until(now), tokens.until(now))) {
      longest = one.compareTo(longest) > 0 ? one : longest;
    }
    return longest.isNegative() ? Duration.ZERO : longest;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean isTried() {
    return circuit.getState() != CircuitBreaker.State.CLOSED;
  }

  /** Returns whether the provider is left alone because it is down. */
  boolean isDown() {
    return isTried();
  }

  private static PortException again(PortException first) {
    return new PortException(
        first.port(), "not asked again: " + first.getMessage(), RetryAdvice.mend());
  }

  /** A call that had begun is over, or was not made. */
  void end() {
    lock.lock();
    try {
      inFlight--;
    } finally {
      lock.unlock();
    }
  }

  /** Lets a call be made, unless the provider went down since it began. */
  boolean isAllowed() {
    return circuit.tryAcquirePermission();
  }

  /** A call was answered. */
  void answered(long unusedTokens) {
    circuit.onSuccess(0, TimeUnit.MILLISECONDS);
    lock.lock();
    try {
      tokens.correct(unusedTokens);
      mostNow = Math.min(limits.mostConcurrency(), mostNow + 1 / Math.max(1, Math.floor(mostNow)));
    } finally {
      lock.unlock();
    }
  }

  /** A call was interrupted, or ended in a way that says nothing of the provider. */
  void saidNothing() {
    circuit.releasePermission();
  }

  /** A call failed. */
  void failed(PortException failure, long unusedTokens) {
    RetryAdvice advice = failure.advice();
    lock.lock();
    try {
      tokens.correct(unusedTokens);
      Instant now = clock.instant();
      switch (advice.kind()) {
        case MEND -> unusable = failure;
        case AFTER -> {
          notBefore = later(notBefore, now.plus(advice.delay()));
          ease(now);
        }
        case EASE, BACK_OFF -> ease(now);
        default -> {}
      }
      if (advice.kind() == RetryAdvice.Kind.BACK_OFF) {
        circuit.onError(0, TimeUnit.MILLISECONDS, failure);
      } else {
        circuit.onSuccess(0, TimeUnit.MILLISECONDS); // Any answer shows that it is up.
      }
      if (isTried()) {
        downUntil = now.plus(limits.openFor()).plus(AFTER_THE_CIRCUIT);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Halves how many calls are made at a time; once for all that were in flight together. */
  private void ease(Instant now) {
    if (eased.plus(ONE_ROUND).isBefore(now)) {
      mostNow = Math.max(1, mostNow / 2);
      eased = now;
    }
  }

  /** The provider told its limits. */
  void told(Optional<Long> requestsPerMinute, Optional<Long> tokensPerMinute) {
    lock.lock();
    try {
      Instant now = clock.instant();
      requestsPerMinute.ifPresent(
          limit -> requests.told(Math.min(limit, limits.requestsPerMinute()), now));
      tokensPerMinute.ifPresent(
          limit -> tokens.told(Math.min(limit, limits.tokensPerMinute()), now));
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many calls are made at a time now. */
  int concurrency() {
    lock.lock();
    try {
      return isTried() ? 1 : (int) mostNow;
    } finally {
      lock.unlock();
    }
  }

  /** Returns who waits, in no order that matters. */
  List<Tenant> tenantsWaiting() {
    lock.lock();
    try {
      return waiting.tenants();
    } finally {
      lock.unlock();
    }
  }
}
