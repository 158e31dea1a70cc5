package dev.prospector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.lead.Tenant;
import dev.prospector.model.ProviderLine.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Calls that wait for a provider, under a clock that jumps from one event to the next. */
class ProviderLineTest {

  private static final Tenant LARGE = new Tenant("large");
  private static final Tenant SMALL = new Tenant("small");
  private static final Duration STEP = Duration.ofMillis(20);

  /** A clock that stands until it is told to go on. */
  private static final class Jumping extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** A provider that takes a second for a call, and is down for some time. */
  private static final class Simulation {
    private final Jumping clock = new Jumping();
    private final Instant start = clock.now;
    private final ProviderLine line;
    private final PriorityQueue<Instant> ends = new PriorityQueue<>();
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private final List<Duration> answered = new ArrayList<>();
    private int attempts;
    private Duration downUntil = Duration.ZERO;

    Simulation(ProviderLimits limits) {
      line = new ProviderLine(limits, clock);
    }

    void join(Tenant tenant, int calls, long tokens) {
      for (int i = 0; i < calls; i++) {
        waiting.add(line.join(tenant, tokens));
      }
    }

    Duration now() {
      return Duration.between(start, clock.now);
    }

    /** Lets the time pass, in steps, until everything is answered or it is over. */
    void run(Duration longest) {
      while (now().compareTo(longest) < 0 && !(waiting.isEmpty() && ends.isEmpty())) {
        while (!ends.isEmpty() && !ends.peek().isAfter(clock.now)) {
          ends.poll();
          line.end();
          line.answered(0);
          answered.add(now());
        }
        begin();
        clock.now = clock.now.plus(STEP);
      }
    }

    private void begin() {
      List<Ticket> again = new ArrayList<>();
      for (int i = waiting.size(); i > 0; i--) {
        Ticket ticket = waiting.poll();
        if (ticket == null || !line.begin(ticket).isZero()) {
          again.add(ticket);
        } else if (!line.isAllowed()) {
          line.end();
          again.add(line.join(ticket.tenant(), ticket.tokens()));
        } else if (now().compareTo(downUntil) < 0) {
          attempts++;
          line.end();
          line.failed(new PortException("p", "down", RetryAdvice.backOff()), ticket.tokens());
          again.add(line.join(ticket.tenant(), ticket.tokens()));
        } else {
          attempts++;
          ends.add(clock.now.plusSeconds(1));
        }
      }
      waiting.addAll(again);
    }
  }

  @Test
  void aProviderThatIsDownTenMinutesIsHardlyAskedAndNothingIsLost() {
    Simulation simulation = new Simulation(ProviderLimits.defaults().withConcurrency(16, 16));
    simulation.downUntil = Duration.ofMinutes(10);
    simulation.join(LARGE, 1_000, 100);

    simulation.run(Duration.ofHours(2));

    assertThat(simulation.answered).hasSize(1_000);
    assertThat(simulation.attempts).isLessThanOrEqualTo(1_200);
    long before =
        simulation.answered.stream().filter(t -> t.compareTo(Duration.ofSeconds(630)) < 0).count();
    assertThat(before).as("answered within 30 s of its return").isPositive();
    long full =
        simulation.answered.stream()
            .filter(t -> t.compareTo(Duration.ofSeconds(630)) >= 0)
            .filter(t -> t.compareTo(Duration.ofSeconds(640)) < 0)
            .count();
    assertThat(full).as("of 160 in ten seconds").isGreaterThanOrEqualTo(144);
  }

  @Test
  void theRatesAreUsedAndNotPassed() {
    ProviderLimits limits =
        ProviderLimits.defaults().withRates(600, 100_000).withConcurrency(64, 64);
    Simulation simulation = new Simulation(limits);
    simulation.join(LARGE, 3_000, 160);

    simulation.run(Duration.ofMinutes(4));

    for (int minute = 1; minute < 4; minute++) {
      int from = minute;
      long calls = simulation.answered.stream().filter(t -> t.toMinutes() == from).count();
      assertThat(calls).as("calls in a minute").isBetween(540L, 600L);
    }
  }

  @Test
  void aSmallTenantWaitsNoLongerThanTwiceItsLoneTimeBesideALargeOne() {
    Simulation simulation = new Simulation(ProviderLimits.defaults().withConcurrency(1, 1));
    simulation.join(LARGE, 100, 10);
    simulation.join(SMALL, 1, 10);

    simulation.run(Duration.ofSeconds(3));

    assertThat(simulation.line.tenantsWaiting()).containsExactly(LARGE);
  }

  @Test
  void aBadKeyIsToldWithoutAskingAgain() {
    Simulation simulation = new Simulation(ProviderLimits.defaults());
    simulation.line.failed(new PortException("p", "the key", RetryAdvice.mend()), 0);
    Ticket ticket = simulation.line.join(LARGE, 1);

    assertThatThrownBy(() -> simulation.line.begin(ticket))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("the key");
  }

  @Test
  void concurrencyIsHalvedOnceARoundAndGrowsByOne() {
    Simulation simulation = new Simulation(ProviderLimits.defaults().withConcurrency(8, 64));
    simulation.clock.now = simulation.clock.now.plusSeconds(10);
    for (int i = 0; i < 8; i++) {
      simulation.line.failed(new PortException("p", "many", RetryAdvice.ease()), 0);
    }
    assertThat(simulation.line.concurrency()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      simulation.line.answered(0);
    }
    assertThat(simulation.line.concurrency()).isEqualTo(5);
  }
}
