package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.RunStore;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which runs wait, whose turn it is, and what is taken up of those whose holder has gone. */
abstract class RunStoreQueue extends RunStoreCase {

  private static final Set<String> KNOWN = Set.of("pipeline");
  private static final QueueLimits ONE = new QueueLimits(1, 1);
  private static final QueueLimits MANY = new QueueLimits(100, 100);

  private void wait(Tenant tenant, String id) {
    store.queue().enqueue(tenant, RunId.of(id), "pipeline", Map.of(), RunTerms.DEFAULTS);
    store.accept(tenant, RunId.of(id), 0, leads(1));
    store.complete(tenant, RunId.of(id));
  }

  private String take(RunStore from, QueueLimits limits) {
    return from.queue().take(limits, KNOWN).map(taken -> taken.run().id().value()).orElse("none");
  }

  private void end(Tenant tenant, String id) {
    store.steer(tenant, RunId.of(id), RunState.CANCELLED);
  }

  @Test
  void aRunThatWaitsTakesLeadsAndGivesNoneOut() {
    wait(TENANT, "q-1");
    RunId id = RunId.of("q-1");

    assertThat(store.find(TENANT, id).orElseThrow().state()).isEqualTo(RunState.QUEUED);
    assertThat(store.claim(TENANT, id, 1)).isEmpty();
    assertThat(names(store.events(TENANT, id, 0, 10))).containsExactly("LeadAccepted");
    assertThatThrownBy(
            () -> store.queue().enqueue(TENANT, id, "another", Map.of(), RunTerms.DEFAULTS))
        .isInstanceOf(RunException.class);
  }

  @Test
  void itBeginsWhenItIsTakenAndSaysSo() {
    wait(TENANT, "q-1");
    clock.advance(Duration.ofHours(1));

    QueueStore.Taken taken = store.queue().take(ONE, KNOWN).orElseThrow();

    assertThat(taken.tenant()).isEqualTo(TENANT);
    assertThat(taken.anew()).isTrue();
    assertThat(taken.run().state()).isEqualTo(RunState.RUNNING);
    assertThat(taken.run().times().started()).isEqualTo(START.plus(Duration.ofHours(1)));
    List<RunEvent> events = store.events(TENANT, taken.run().id(), 0, 10);
    assertThat(names(events)).containsExactly("LeadAccepted", "RunStarted");
    assertThat(store.claim(TENANT, taken.run().id(), 1)).hasSize(1);
    assertThat(store.queue().take(MANY, KNOWN)).isEmpty();
  }

  @Test
  void noMoreAreTakenThanMayBeWorkedOnInAllAndForEachTenant() {
    wait(TENANT, "a-1");
    wait(TENANT, "a-2");
    wait(OTHER, "b-1");
    wait(new Tenant("third"), "c-1");

    QueueLimits limits = new QueueLimits(2, 1);
    assertThat(take(store, limits)).isEqualTo("a-1");
    assertThat(take(store, limits)).isEqualTo("b-1");
    assertThat(take(store, limits)).isEqualTo("none");
    end(TENANT, "a-1");
    assertThat(take(store, limits)).isEqualTo("c-1");
    end(OTHER, "b-1");
    assertThat(take(store, limits)).isEqualTo("a-2");
  }

  @Test
  void tenantsTakeTurnsHoweverManyRunsOneOfThemHas() {
    for (int i = 1; i <= 3; i++) {
      wait(TENANT, "a-" + i);
    }
    wait(OTHER, "b-1");
    wait(OTHER, "b-2");

    assertThat(store.queue().queue().waiting())
        .extracting(one -> one.run().id().value())
        .containsExactly("a-1", "b-1", "a-2", "b-2", "a-3");
    for (String next : List.of("a-1", "b-1", "a-2", "b-2", "a-3")) {
      assertThat(take(store, MANY)).isEqualTo(next);
    }
    assertThat(store.queue().queue().waiting()).isEmpty();
    assertThat(store.queue().queue().working()).hasSize(5);
  }

  @Test
  void aRunWhoseInputIsNotCompleteOrWhosePipelineIsNotKnownIsPassedOver() {
    store.queue().enqueue(TENANT, RunId.of("open"), "pipeline", Map.of(), RunTerms.DEFAULTS);
    store.queue().enqueue(TENANT, RunId.of("else"), "unknown", Map.of(), RunTerms.DEFAULTS);
    store.complete(TENANT, RunId.of("else"));
    wait(TENANT, "q-1");

    assertThat(take(store, MANY)).isEqualTo("q-1");
    assertThat(take(store, MANY)).isEqualTo("none");
    store.complete(TENANT, RunId.of("open"));
    assertThat(take(store, MANY)).isEqualTo("open");
    assertThat(store.find(TENANT, RunId.of("open")).orElseThrow().state())
        .isEqualTo(RunState.COMPLETED);
  }

  @Test
  void aRunThatWaitsEndsAtOnceAndBeginsOutOfTurnWhenItIsSteered() {
    wait(TENANT, "q-1");
    wait(TENANT, "q-2");

    end(TENANT, "q-1");
    StoredRun begun = store.steer(TENANT, RunId.of("q-2"), RunState.RUNNING);

    assertThat(store.find(TENANT, RunId.of("q-1")).orElseThrow().state())
        .isEqualTo(RunState.CANCELLED);
    assertThat(begun.state()).isEqualTo(RunState.RUNNING);
    assertThat(names(store.events(TENANT, RunId.of("q-2"), 0, 10)))
        .containsExactly("LeadAccepted", "RunStarted");
    assertThat(take(store, MANY)).isEqualTo("none");
  }

  @Test
  void whatIsLeftIsTakenUpByTheNextWhoTakes() {
    wait(TENANT, "q-1");
    assertThat(take(store, ONE)).isEqualTo("q-1");
    assertThat(take(store, ONE)).isEqualTo("none");

    store.queue().leave(TENANT, RunId.of("q-1"));
    QueueStore.Taken again = store.queue().take(ONE, KNOWN).orElseThrow();

    assertThat(again.run().id()).isEqualTo(RunId.of("q-1"));
    assertThat(again.anew()).isFalse();
  }

  @Test
  void whatADeadProcessHeldIsTakenUpOfAllTenantsAndCountsUntilThen() {
    Optional<RunStore> found = contract().another();
    if (found.isEmpty()) {
      return;
    }
    RunStore other = found.get();
    wait(TENANT, "a-1");
    wait(OTHER, "b-1");
    wait(OTHER, "b-2");
    QueueLimits two = new QueueLimits(2, 1);
    assertThat(take(store, two)).isEqualTo("a-1");
    assertThat(take(store, two)).isEqualTo("b-1");
    assertThat(take(other, two)).isEqualTo("none");

    contract().lapse(clock);

    assertThat(Set.of(take(other, two), take(other, two))).isEqualTo(Set.of("a-1", "b-1"));
    assertThat(take(other, two)).isEqualTo("none");
  }

  @Test
  void whoTakeAtOnceTakeEachRunOnceAndNoMoreThanMayBe() throws Exception {
    for (int i = 0; i < 12; i++) {
      wait(i % 2 == 0 ? TENANT : OTHER, "q-" + i);
    }
    List<String> taken = Threads.all(8, thread -> take(store, new QueueLimits(5, 3)));

    assertThat(taken.stream().filter(id -> !id.equals("none")).toList())
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void runsOfAllTenantsAreListedByState() {
    wait(TENANT, "q-1");
    wait(OTHER, "q-0");

    assertThat(store.list(RunState.QUEUED, Optional.empty(), 10))
        .extracting(one -> one.tenant() + "/" + one.run().id())
        .containsExactly("one/q-1", "other/q-0");
    List<QueueStore.OfTenant> first = store.list(RunState.QUEUED, Optional.empty(), 1);
    assertThat(store.list(RunState.QUEUED, Optional.of(first.get(0)), 10))
        .extracting(one -> one.tenant())
        .containsExactly(OTHER);
    assertThat(store.list(RunState.RUNNING, Optional.empty(), 10))
        .extracting(one -> one.run().id())
        .containsExactly(RUN);
    assertThat(store.list(RunState.FAILED, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void whoBeganARunIsErasedFromItAndItsTitleStays() {
    RunTerms ana = RunTerms.DEFAULTS.withLabel(new RunTerms.Label("Autumn", "ana"));
    store.open(TENANT, RunId.of("by-ana"), "pipeline", Map.of(), ana);
    store.open(OTHER, RunId.of("by-ana"), "pipeline", Map.of(), ana);

    assertThat(store.forget(TENANT, "ana")).isEqualTo(1);
    assertThat(store.forget(TENANT, "ana")).isZero();
    assertThat(store.forget(TENANT, "")).isZero();

    assertThat(store.find(TENANT, RunId.of("by-ana")).orElseThrow().terms().label())
        .isEqualTo(new RunTerms.Label("Autumn", ""));
    assertThat(store.find(OTHER, RunId.of("by-ana")).orElseThrow().terms().label().person())
        .isEqualTo("ana");
  }
}
