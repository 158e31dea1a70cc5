package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunQueue;
import dev.prospector.run.RunQueue.Place;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.QueueStore.OfTenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a run of a queue waits, from the rate at which leads end at present. */
class QueueWaitTest {

  private static final Tenant ACME = new Tenant("acme");
  private static final Tenant BETA = new Tenant("beta");
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  /** A run that began 100 seconds ago. */
  private static OfTenant run(Tenant tenant, String id, RunState state, long leads, long ended) {
    return new OfTenant(
        tenant,
        new StoredRun(
            RunId.of(id),
            "test",
            Map.of(),
            state,
            state,
            new StoredRun.Leads(leads, true, ended, 0, 0),
            new StoredRun.Times(NOW.minusSeconds(100), Optional.empty()),
            1,
            RunTerms.DEFAULTS));
  }

  private static OfTenant waiting(Tenant tenant, String id, long leads) {
    return run(tenant, id, RunState.QUEUED, leads, 0);
  }

  private static RunQueue.Status status(
      QueueLimits limits, List<OfTenant> waiting, List<OfTenant> working) {
    RunStore kept = new InMemoryRunStore(Clock.systemUTC());
    QueueStore.Queue now = new QueueStore.Queue(waiting, working);
    QueueStore queue =
        PortProxy.of(
            QueueStore.class,
            (proxy, method, arguments) ->
                method.getName().equals("queue")
                    ? now
                    : PortProxy.invoke(kept.queue(), method, arguments));
    RunStore store =
        PortProxy.of(
            RunStore.class,
            (proxy, method, arguments) ->
                method.getName().equals("queue")
                    ? queue
                    : PortProxy.invoke(kept, method, arguments));
    try (Prospector prospector =
            Prospector.builder().runs(store).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        RunQueue opened = prospector.queue(List.of(), limits, RunOptions.defaults())) {
      return opened.status(ACME);
    }
  }

  private static Place place(String run, int position, Duration left) {
    return new Place(RunId.of(run), position, Optional.of(left));
  }

  @Test
  void whatIsBeforeARunIsDividedByTheRateOfThoseThatWork() {
    RunQueue.Status status =
        status(
            new QueueLimits(1, 1),
            List.of(waiting(ACME, "a", 10), waiting(BETA, "b", 5), waiting(ACME, "c", 7)),
            List.of(run(BETA, "now", RunState.RUNNING, 200, 50)));
    assertThat(status.own())
        .containsExactly(
            place("a", 1, Duration.ofSeconds(150 * 2)),
            place("c", 3, Duration.ofSeconds((150 + 10 + 5) * 2)));
    assertThat(status.working()).isEqualTo(1);
    assertThat(status.waiting()).isEqualTo(3);
  }

  @Test
  void severalThatWorkAreFasterTogether() {
    List<OfTenant> working =
        List.of(
            run(BETA, "one", RunState.RUNNING, 100, 50),
            run(ACME, "two", RunState.RUNNING, 300, 150));
    assertThat(status(new QueueLimits(2, 2), List.of(waiting(ACME, "a", 10)), working).own())
        .containsExactly(place("a", 1, Duration.ofSeconds(100)));
  }

  @Test
  void whereThereIsRoomARunCanBeginAtOnceAndTheNextOfItsTenantCannot() {
    RunQueue.Status status =
        status(
            new QueueLimits(3, 1),
            List.of(waiting(ACME, "a", 10), waiting(ACME, "b", 5)),
            List.of(run(BETA, "now", RunState.RUNNING, 200, 100)));
    assertThat(status.own())
        .containsExactly(place("a", 1, Duration.ZERO), place("b", 2, Duration.ofSeconds(100 + 10)));
  }

  @Test
  void whileNothingHasEndedOrAllThatWorkIsPausedNoWaitIsMadeUp() {
    Place unknown = new Place(RunId.of("a"), 1, Optional.empty());
    List<OfTenant> waiting = List.of(waiting(ACME, "a", 10));
    QueueLimits one = new QueueLimits(1, 1);
    List<OfTenant> begun = List.of(run(BETA, "now", RunState.RUNNING, 200, 0));
    assertThat(status(one, waiting, begun).own()).containsExactly(unknown);
    List<OfTenant> paused = List.of(run(BETA, "now", RunState.PAUSED, 200, 100));
    RunQueue.Status status = status(one, waiting, paused);
    assertThat(status.working()).isZero();
    assertThat(status.own()).containsExactly(place("a", 1, Duration.ZERO));
  }
}
