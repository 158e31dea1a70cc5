package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lookup.Freshness;
import dev.prospector.lookup.SourceKind;
import dev.prospector.money.Money;
import dev.prospector.store.Lease;
import dev.prospector.store.RunTerms;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How runs are opened and found, and how their leads are accepted and given out. */
abstract class RunStoreLeads extends RunStoreCase {

  @Test
  void aNewRunIsRunningAndHasSaidSo() {
    StoredRun run = run();

    assertThat(run.id()).isEqualTo(RUN);
    assertThat(run.pipeline()).isEqualTo("pipeline");
    assertThat(run.notes()).containsExactly(Map.entry("input", "leads.csv"));
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.wish()).isEqualTo(RunState.RUNNING);
    assertThat(run.leads()).isEqualTo(StoredRun.Leads.NONE);
    assertThat(run.times()).isEqualTo(new StoredRun.Times(START, Optional.empty()));
    assertThat(run.lastEvent()).isEqualTo(1);
    assertThat(events().get(0).position().at()).isEqualTo(START);
    assertThat(story()).containsExactly("RunStarted");
  }

  @Test
  void aRunThatIsOpenedAgainIsFoundAsItIs() {
    accept(3);
    StoredRun before = run();
    clock.advance(Duration.ofHours(1));

    assertThat(store.open(TENANT, RUN, "pipeline", Map.of("input", "another"))).isEqualTo(before);
    assertThat(story()).containsExactly("RunStarted");
  }

  @Test
  void otherNotesTakeThePlaceOfThoseThatARunHad() {
    store.open(OTHER, RUN, "pipeline", Map.of("input", "theirs"));

    StoredRun noted =
        store.note(TENANT, RUN, Map.of("model", "another", "odd", "\u00e9\ud83d\ude00"));

    assertThat(noted.notes()).containsOnlyKeys("model", "odd");
    assertThat(run()).isEqualTo(noted);
    assertThat(store.find(OTHER, RUN).orElseThrow().notes()).containsEntry("input", "theirs");
    assertThat(story()).containsExactly("RunStarted");
    assertThatThrownBy(() -> store.note(TENANT, RunId.of("none"), Map.of()))
        .isInstanceOf(RunException.class);
  }

  @Test
  void aRunKeepsItsTerms() {
    RunTerms terms =
        new RunTerms(
            Optional.of(START),
            Freshness.defaults().with(SourceKind.PAGES, Duration.ofHours(36)),
            Optional.of(
                BusinessContext.builder()
                    .text(BusinessContext.Text.WHAT_WE_SELL, "Caminhões é😀")
                    .margin(0.2)
                    .build()),
            Limits.of(
                Limit.money(Limit.Period.WEEK, Money.of("9.50", "EUR")),
                Limit.leads(Limit.Period.RUN, 7)),
            new RunTerms.Agents(List.of("a"), List.of("b", "c"), "salt", false),
            new RunTerms.Label("Autumn", "ana"));
    RunId id = RunId.of("by-terms");

    assertThat(store.open(TENANT, id, "pipeline", Map.of(), terms).terms()).isEqualTo(terms);

    StoredRun again = store.open(TENANT, id, "pipeline", Map.of(), RunTerms.DEFAULTS);
    assertThat(again.terms()).isEqualTo(terms);
    assertThat(store.find(TENANT, id).orElseThrow().terms()).isEqualTo(terms);
    assertThat(run().terms()).isEqualTo(RunTerms.DEFAULTS);
  }

  @Test
  void theBeginningOfTheInputIsReadAsItWasAccepted() {
    assertThat(store.beginning(TENANT, RUN, 3)).isEmpty();
    accept(5);

    assertThat(store.beginning(TENANT, RUN, 3).keySet()).containsExactly(0L, 1L, 2L);
    assertThat(store.beginning(TENANT, RUN, 100).values())
        .extracting(lead -> lead.id().value())
        .hasSize(5)
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> store.beginning(TENANT, RunId.of("nothing"), 1))
        .isInstanceOf(RunException.class);
  }

  @Test
  void aRunIsNotOpenedWithAnotherPipeline() {
    assertThatThrownBy(() -> store.open(TENANT, RUN, "another", Map.of()))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("run-1")
        .hasMessageContaining("pipeline")
        .hasMessageContaining("another");
  }

  @Test
  void ofManyWhoOpenOneRunOneBeginsIt() throws Exception {
    RunId id = RunId.of("opened-by-many");

    List<StoredRun> opened =
        Threads.all(8, i -> store.open(TENANT, id, "pipeline", Map.of("by", "thread " + i)));

    assertThat(opened).containsOnly(opened.get(0));
    assertThat(store.events(TENANT, id, 0, 10)).hasSize(1);
  }

  @Test
  void runsAreListedTheLatestFirstPageByPage() {
    for (int i = 2; i <= 5; i++) {
      clock.advance(Duration.ofMillis(1));
      store.open(TENANT, RunId.of("run-" + i), "pipeline", Map.of());
    }
    assertThat(ids(store.list(TENANT, Optional.empty(), 2))).containsExactly("run-5", "run-4");
    assertThat(ids(store.list(TENANT, Optional.of(RunId.of("run-4")), 2)))
        .containsExactly("run-3", "run-2");
    assertThat(ids(store.list(TENANT, Optional.of(RunId.of("run-2")), 2))).containsExactly("run-1");
    assertThat(store.list(TENANT, Optional.of(RUN), 2)).isEmpty();
  }

  @Test
  void runsThatBeganAtTheSameTimeAreListedOnceEach() {
    for (int i = 2; i <= 7; i++) {
      store.open(TENANT, RunId.of("run-" + i), "pipeline", Map.of());
    }
    List<String> listed = new ArrayList<>();
    Optional<RunId> before = Optional.empty();
    List<StoredRun> page = store.list(TENANT, before, 3);
    while (!page.isEmpty()) {
      listed.addAll(ids(page));
      page = store.list(TENANT, Optional.of(page.get(page.size() - 1).id()), 3);
    }
    assertThat(listed)
        .containsExactlyInAnyOrder("run-1", "run-2", "run-3", "run-4", "run-5", "run-6", "run-7");
  }

  private static List<String> ids(List<StoredRun> runs) {
    return runs.stream().map(r -> r.id().value()).toList();
  }

  @Test
  void anInputThatIsGivenAgainIsAcceptedOnce() {
    assertThat(store.accept(TENANT, RUN, 0, leads(3))).isEqualTo(3);
    assertThat(store.accept(TENANT, RUN, 0, leads(2))).isEqualTo(3);
    assertThat(store.accept(TENANT, RUN, 0, leads(5))).isEqualTo(5);
    assertThat(store.accept(TENANT, RUN, 4, leads(6).subList(4, 6))).isEqualTo(6);
    assertThat(store.accept(TENANT, RUN, 6, List.of())).isEqualTo(6);

    assertThat(run().leads().accepted()).isEqualTo(6);
    assertThat(store.claim(TENANT, RUN, 10).stream().map(l -> l.lead().id().value()))
        .containsExactly("lead-0", "lead-1", "lead-2", "lead-3", "lead-4", "lead-5");
  }

  @Test
  void anInputHasNoHolesAndNothingAfterItsEnd() {
    accept(2);

    assertThatThrownBy(() -> store.accept(TENANT, RUN, 3, leads(1)))
        .isInstanceOf(IllegalArgumentException.class);
    store.complete(TENANT, RUN);
    assertThat(store.accept(TENANT, RUN, 0, leads(2))).isEqualTo(2);
    assertThatThrownBy(() -> store.accept(TENANT, RUN, 0, leads(3)))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("run-1");
    assertThat(run().leads()).isEqualTo(new StoredRun.Leads(2, true, 0, 0, 0));
  }

  @Test
  void leadsAreGivenOutInTheOrderOfTheInputAsTheyWereAccepted() {
    accept(5);

    List<Lease> first = store.claim(TENANT, RUN, 2);

    assertThat(positions(first)).containsExactly(0L, 1L);
    Lease lease = first.get(1);
    assertThat(lease.tenant()).isEqualTo(TENANT);
    assertThat(lease.run()).isEqualTo(RUN);
    assertThat(lease.token()).isEqualTo(1);
    assertThat(lease.before()).isEqualTo(Lease.Unfinished.NOTHING);
    assertThat(lease.lead().company()).isEqualTo(lead(1).company());
    assertThat(lease.lead().supplied()).isEqualTo(lead(1).supplied());
    assertThat(lease.lead().version()).isEqualTo(1);
    assertThat(claimed(10)).containsExactly(2L, 3L, 4L);
    assertThat(claimed(10)).isEmpty();
  }

  @Test
  void oneLeadIsTakenByItsPositionUnlessSomebodyHasIt() {
    accept(3);

    assertThat(store.claim(TENANT, RUN, 1L)).isPresent();
    assertThat(store.claim(TENANT, RUN, 1L)).isEmpty();
    assertThat(store.claim(TENANT, RUN, 3L)).isEmpty();
    assertThat(claimed(3)).containsExactly(0L, 2L);
  }

  @Test
  void noLeadIsHeldTwiceHoweverManyTakeAtOnce() throws Exception {
    accept(400);

    List<List<Long>> taken =
        Threads.all(
            8,
            thread -> {
              List<Long> mine = new ArrayList<>();
              for (int i = 0; i < 400; i += 5) {
                mine.addAll(claimed(2));
                store.claim(TENANT, RUN, (long) i + thread).ifPresent(l -> mine.add(l.position()));
              }
              return mine;
            });

    assertThat(taken.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(LongStream.range(0, 400).boxed().toList());
  }

  @Test
  void aLeadThatIsGivenBackWaitsInItsOldPlaceUnderAGrowingToken() {
    accept(3);
    Lease first = claim();
    Lease second = claim();

    store.release(first);
    store.release(first);

    Lease again = claim();
    assertThat(again.position()).isZero();
    assertThat(again.token()).isGreaterThan(first.token());
    store.release(first);
    assertThat(claimed(5)).containsExactly(2L);
    assertThat(again.position()).isNotEqualTo(second.position());
  }

  @Test
  void leadsThatWereClaimedUnheardAreGivenBackAndNoOthers() {
    accept(4);
    Lease known = claim();
    Lease lost = claim();
    finish(claim(), LeadStatus.ENRICHED);
    store.open(TENANT, RunId.of("beside"), "pipeline", Map.of());
    store.accept(TENANT, RunId.of("beside"), 0, leads(1));
    store.claim(TENANT, RunId.of("beside"), 1);

    store.releaseAllBut(TENANT, RUN, List.of(known));
    store.releaseAllBut(TENANT, RUN, List.of(known));

    assertThat(claimed(5)).containsExactly(lost.position(), 3L);
    assertThat(store.claim(TENANT, RunId.of("beside"), 1)).isEmpty();
    tell(known, 1, started(known));
    assertThatThrownBy(() -> tell(lost, 1, started(lost))).isInstanceOf(LeaseLostException.class);
  }

  @Test
  void ofALeadThatWasClaimedAgainUnheardTheLaterLeaseIsGivenBack() {
    accept(1);
    Lease known = claim();
    store.release(known);
    Lease unheard = claim();

    store.releaseAllBut(TENANT, RUN, List.of(known));

    assertThat(claim().token()).isGreaterThan(unheard.token());
  }

  @Test
  void aLeadThatEndedIsNotGivenOutAgain() {
    accept(2);
    finish(claim(), LeadStatus.ENRICHED);

    assertThat(store.claim(TENANT, RUN, 0L)).isEmpty();
    assertThat(claimed(5)).containsExactly(1L);
    assertThat(store.unfinished(TENANT, RUN, 0, 5)).containsExactly(1L);
  }

  @Test
  void unfinishedLeadsAreListedInOrderWhetherOrNotSomebodyWorksOnThem() {
    accept(6);
    List<Lease> leases = store.claim(TENANT, RUN, 3);
    finish(leases.get(1), LeadStatus.FAILED);

    assertThat(store.unfinished(TENANT, RUN, 0, 3)).containsExactly(0L, 2L, 3L);
    assertThat(store.unfinished(TENANT, RUN, 4, 3)).containsExactly(4L, 5L);
    assertThat(store.unfinished(TENANT, RUN, 6, 3)).isEmpty();
  }

  @Test
  void whoNamesARunThatIsNotThereIsToldSo() {
    RunId no = RunId.of("no-such-run");

    assertThat(store.find(TENANT, no)).isEmpty();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store.list(TENANT, Optional.of(no), 1),
            () -> store.accept(TENANT, no, 0, leads(1)),
            () -> store.complete(TENANT, no),
            () -> store.claim(TENANT, no, 1),
            () -> store.claim(TENANT, no, 0L),
            () -> store.releaseAllBut(TENANT, no, List.of()),
            () -> store.steer(TENANT, no, RunState.PAUSED),
            () -> store.retryFailed(TENANT, no),
            () -> store.events(TENANT, no, 0, 1),
            () -> store.unfinished(TENANT, no, 0, 1),
            () -> store.results(TENANT, no, 0, 1))) {
      assertThatThrownBy(call).isInstanceOf(RunException.class).hasMessageContaining("no-such-run");
    }
  }
}
