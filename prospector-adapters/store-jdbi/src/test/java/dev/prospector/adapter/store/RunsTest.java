package dev.prospector.adapter.store;

import static dev.prospector.adapter.store.Leads.ACCOUNT;
import static dev.prospector.adapter.store.Leads.RUN;
import static dev.prospector.adapter.store.Steps.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Settlement;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.run.Run;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store promises of runs beyond their contract, for one kind of database. */
abstract class RunsTest {

  private static final Duration LEASE = Duration.ofHours(1);
  private static final Usage ALL = new Usage(null, 100, 1);
  private static final Limits LIMITS = Limits.of(Limit.tokens(Limit.Period.RUN, 100));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-04T12:00:00Z"));
  private final StoreOptions options =
      StoreOptions.defaults().withSections(Note.KEY).withClock(clock).withLease(LEASE);

  @TempDir private Path folder;

  /** Opens the store of this test; again and again the same one. */
  abstract Store open(StoreOptions options);

  /** Returns the address of the database itself. */
  abstract String jdbcUrl();

  private void execute(String sql) {
    Jdbi.create(jdbcUrl()).useTransaction(handle -> handle.execute(sql));
  }

  private void silence() {
    clock.advance(LEASE.plusSeconds(1));
  }

  /** Which saves whoever works on it a question before every step. */
  @Test
  void nothingIsKnownOfALeadThatWasNeverWorkedOn() {
    try (Store store = open(options)) {
      Leads.accept(store.runs(), RUN, 1);
      Lease lease = store.runs().claim(TENANT, RUN, 1).get(0);
      assertThat(lease.known()).isFalse();
      store.runs().release(lease);
      assertThat(store.runs().claim(TENANT, RUN, 1).get(0).known()).isTrue();
    }
  }

  // ---- money

  @Test
  void whatWasReservedForACallOfUnknownEndStaysUntilSomebodySettlesIt() {
    try (Store lost = open(options);
        Store store = open(options)) {
      Leads.accept(lost.runs(), RUN, 2);
      Lease lease = lost.runs().claim(TENANT, RUN, 1).get(0);
      Reservation reservation = lost.budget(LIMITS).reserve(ACCOUNT, ALL);
      lost.runs().commit(Leads.begin(lease));
      lost.runs()
          .commit(
              RunCommit.of(lease, 2, List.of())
                  .intending(Leads.intent(lease, "call", reservation)));
      silence();
      Budget budget = store.budget(LIMITS);
      assertThatThrownBy(() -> budget.reserve(ACCOUNT, ALL))
          .isInstanceOf(BudgetRefusedException.class);

      Lease taken = store.runs().claim(TENANT, RUN, 1).get(0);
      Reservation open = taken.before().openCalls().get(0).reservation();
      store
          .runs()
          .commit(
              RunCommit.of(taken, 1, List.of())
                  .noting(List.of(new CallOutcome("call", CallOutcome.Ending.OUTCOME_UNKNOWN, ALL)))
                  .settling(List.of(new Settlement(open, ALL))));

      assertThat(budget.spending(ACCOUNT).settled().tokens()).isEqualTo(100);
      assertThat(budget.spending(ACCOUNT).reserved().tokens()).isZero();
      assertThatThrownBy(() -> lost.runs().commit(Leads.end(lease, 3, "late")))
          .isInstanceOf(LeaseLostException.class);
    }
  }

  @Test
  void whatWasReservedWithoutACallComesBackWhenItsOwnerIsSilent() {
    try (Store lost = open(options);
        Store store = open(options)) {
      lost.budget(LIMITS).reserve(ACCOUNT, ALL);
      assertThatThrownBy(() -> store.budget(LIMITS).reserve(ACCOUNT, ALL))
          .isInstanceOf(BudgetRefusedException.class);
      silence();

      assertThat(store.budget(LIMITS).reserve(ACCOUNT, ALL).atMost()).isEqualTo(ALL);
    }
  }

  /** Two processes work on one run, the second a day later. */
  @Test
  void aRunGoesOnWhenThereIsRoomForMoreLeads() throws Exception {
    Limits limits = Limits.of(Limit.leads(Limit.Period.DAY, 3));
    try (Store store = open(options);
        Run run = Leads.start(store, store.budget(limits), clock, 5)) {
      assertThat(run.await().leads().failed()).isEqualTo(2);
    }
    clock.advance(Duration.ofDays(1));

    try (Store store = open(options);
        Run run = Leads.start(store, store.budget(limits), clock, 5);
        Run again = run.retryFailed()) {
      assertThat(again.await().leads().enriched()).isEqualTo(5);
      assertThat(store.budget(limits).spending(ACCOUNT).settled().leads()).isEqualTo(5);
      assertThat(store.budget(limits).spending(ACCOUNT).reserved().leads()).isZero();
    }
  }

  @Test
  void aCancelledRunPaysForItsOpenCallsInFull() {
    try (Store store = open(options)) {
      Leads.accept(store.runs(), RUN, 1);
      Lease lease = store.runs().claim(TENANT, RUN, 1).get(0);
      Reservation reservation = store.budget(LIMITS).reserve(ACCOUNT, ALL);
      store
          .runs()
          .commit(
              RunCommit.of(lease, 1, List.of())
                  .intending(Leads.intent(lease, "call", reservation)));
      store.runs().steer(TENANT, RUN, RunState.CANCELLED);
      assertThat(store.budget(LIMITS).spending(ACCOUNT).reserved().tokens()).isEqualTo(100);

      store.runs().release(lease);

      assertThat(store.runs().find(TENANT, RUN).orElseThrow().state())
          .isEqualTo(RunState.CANCELLED);
      assertThat(store.budget(LIMITS).spending(ACCOUNT).settled().tokens()).isEqualTo(100);
      assertThat(store.budget(LIMITS).spending(ACCOUNT).reserved().tokens()).isZero();
      assertThat(store.journal().unsettled(TENANT, RUN.value())).isEmpty();
    }
  }

  // ---- holders

  @Test
  void whatAStoreHoldsWhenItIsClosedIsGivenBackAtOnce() {
    Store closed = open(options);
    Leads.accept(closed.runs(), RUN, 3);
    closed.runs().claim(TENANT, RUN, 2);
    closed.close();

    try (Store store = open(options)) {
      assertThat(store.runs().claim(TENANT, RUN, 3)).extracting(Lease::position).contains(0L, 1L);
    }
  }

  @Test
  void aRunThatIsToldToEndEndsByItselfWhenItsWorkerIsSilent() throws Exception {
    try (Store lost = open(options)) {
      Leads.accept(lost.runs(), RUN, 2);
      lost.runs().claim(TENANT, RUN, 1);
      lost.runs().steer(TENANT, RUN, RunState.STOPPED);
      silence();
      StoreOptions beating = options.withLease(Duration.ofSeconds(4));
      try (Store store = open(beating)) {
        StoredRun run = store.runs().find(TENANT, RUN).orElseThrow();
        while (!run.state().isEnded()) {
          assertThat(run.wish()).isEqualTo(RunState.STOPPED);
          Thread.sleep(50);
          run = store.runs().find(TENANT, RUN).orElseThrow();
        }
        assertThat(run.state()).isEqualTo(RunState.STOPPED);
      }
    }
  }

  // ---- erasure

  @Test
  void aLeadThatIsRemovedIsErasedFromRunsAndTheirNumbersStand() {
    String planted = "Planted Person zqxj";
    try (Store store = open(options)) {
      RunStore runs = store.runs();
      Leads.accept(runs, RUN, 3);
      List<Lease> leases = runs.claim(TENANT, RUN, 2);
      runs.commit(
          RunCommit.of(
              leases.get(0),
              1,
              List.of(Leads.started(leases.get(0)), Leads.failed(leases.get(0), planted))));
      runs.commit(Leads.end(leases.get(0), 2, planted));
      runs.commit(Leads.begin(leases.get(1)));
      List<RunEvent> before = runs.events(TENANT, RUN, 0, 100);

      assertThat(store.leads().remove(TENANT, leases.get(0).lead().id())).isTrue();
      assertThat(store.leads().remove(TENANT, leases.get(1).lead().id())).isFalse();

      // What was being worked on ended, and its holder writes nothing of it any more.
      assertThatThrownBy(() -> runs.commit(Leads.end(leases.get(1), 2, planted)))
          .isInstanceOf(LeaseLostException.class);
      assertThat(runs.unfinished(TENANT, RUN, 0, 10)).containsExactly(2L);
      StoredRun run = runs.find(TENANT, RUN).orElseThrow();
      assertThat(run.leads()).isEqualTo(new StoredRun.Leads(3, true, 1, 0, 1));
      List<RunEvent> after = runs.events(TENANT, RUN, 0, 100);
      assertThat(after).hasSize(before.size() + 1).doesNotContain(before.get(5));
      assertThat(after.get(5)).isInstanceOf(RunEvent.StepFailed.class);
      assertThat(after.get(after.size() - 1))
          .isInstanceOfSatisfying(
              RunEvent.LeadFinished.class,
              event -> assertThat(event.status()).isEqualTo(LeadStatus.SKIPPED));
      assertThat(runs.results(TENANT, RUN, 0, 10)).isEmpty();
      runs.claim(TENANT, RUN, 5).forEach(l -> runs.commit(Leads.end(l, 1, "other")));
      assertThat(runs.find(TENANT, RUN).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
      assertThat(runs.results(TENANT, RUN, 0, 10)).hasSize(1);
    }
    assertThat(everywhere(planted)).isEmpty();
  }

  @Test
  void anAnswerIsSealedAndLeavesNothingBehindWhereNobodyNeedsItAnyMore() {
    String planted = "Maria da Silva";
    try (Store store = open(options)) {
      RunStore runs = store.runs();
      Leads.accept(runs, RUN, 4);
      List<Lease> leases = runs.claim(TENANT, RUN, 4);
      leases.forEach(lease -> Leads.hear(runs, lease, planted));
      assertThat(answers()).hasSize(4).noneMatch(answer -> answer.contains(planted));

      runs.commit(Leads.end(leases.get(0), 3, "found"));
      assertThat(answers()).hasSize(3);
      store.leads().remove(TENANT, leases.get(1).lead().id());
      assertThat(answers()).hasSize(2);
      store.journal().forget(TENANT, leases.get(2).lead().id());
      assertThat(answers()).hasSize(1);
      runs.steer(TENANT, RUN, RunState.CANCELLED);
      leases.forEach(runs::release);
      assertThat(runs.find(TENANT, RUN).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
      assertThat(answers()).isEmpty();
    }
  }

  private List<String> answers() {
    return Jdbi.create(jdbcUrl())
        .withHandle(
            handle ->
                handle
                    .createQuery("select answer from prospector_call where answer is not null")
                    .mapTo(byte[].class)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .list());
  }

  /** Returns the tables of runs and events in which a text occurs. */
  private List<String> everywhere(String text) {
    return Jdbi.create(jdbcUrl())
        .withHandle(
            handle ->
                List.of("prospector_run_input", "prospector_run_lead", "prospector_event").stream()
                    .filter(
                        table ->
                            handle.createQuery("select * from " + table).mapToMap().stream()
                                .anyMatch(row -> row.toString().contains(text)))
                    .toList());
  }

  // ---- damage

  @Test
  void aLeadThatWasChangedIsNoticedWhenItIsTaken() {
    try (Store store = open(options)) {
      Leads.accept(store.runs(), RUN, 2);
      execute(
          "update prospector_run_input set content = replace(cast(content as text), 'Company 0',"
              + " 'Company 9')"
              + asJson());

      assertThatThrownBy(() -> store.runs().claim(TENANT, RUN, 0L))
          .isInstanceOf(PortException.class)
          .hasMessageContaining("lead 0 of run 'run' is damaged");
    }
  }

  /** Where the text has to be told what it is. */
  abstract String asJson();

  @Test
  void anEventThatWasChangedOrIsMissingIsNoticed() {
    try (Store store = open(options)) {
      Leads.accept(store.runs(), RUN, 1);
      Lease lease = store.runs().claim(TENANT, RUN, 1).get(0);
      store.runs().commit(Leads.begin(lease));
      store.runs().commit(Leads.end(lease, 2, "text"));

      execute("update prospector_event set at = '2026-03-01T12:00:01Z' where number = 2");
      assertThat(store.runs().events(TENANT, RUN, 2, 10)).hasSize(3);
      assertThatThrownBy(() -> store.runs().events(TENANT, RUN, 0, 10))
          .isInstanceOf(PortException.class)
          .hasMessageContaining("event 2 of run 'run' is damaged");

      execute("delete from prospector_event where number = 2");
      assertThatThrownBy(() -> store.runs().events(TENANT, RUN, 0, 10))
          .isInstanceOf(PortException.class)
          .hasMessageContaining("the log of run 'run' is damaged");
    }
  }

  // ---- archive

  @Test
  void eventsOfRunsThatHaveEndedAreMovedIntoFilesAndSaidToBeThere() throws Exception {
    try (Store store = open(options)) {
      RunStore runs = store.runs();
      finish(runs, RunId.of("ended"));
      Leads.accept(runs, RunId.of("unfinished"), 1);
      clock.advance(Duration.ofDays(7));
      finish(runs, RunId.of("next-week"));
      List<RunEvent> ended = runs.events(TENANT, RunId.of("ended"), 0, 100);
      List<RunEvent> unfinished = runs.events(TENANT, RunId.of("unfinished"), 0, 100);

      List<Path> files = store.archiveEvents(clock.instant(), folder);

      assertThat(files).containsExactly(folder.resolve("prospector-events-2026-03-02.jsonl.gz"));
      assertThat(lines(files.get(0))).hasSize(ended.size());
      assertThat(lines(files.get(0)).get(0))
          .isEqualTo(
              "{\"tenant\":\"one\",\"event\":{\"type\":\"run.started\",\"position\":"
                  + "{\"run\":\"ended\",\"number\":1,\"at\":\"2026-03-04T12:00:00Z\",\"tenant\":\"one\"},"
                  + "\"pipeline\":\"pipeline\"}}");
      assertThatThrownBy(() -> runs.events(TENANT, RunId.of("ended"), 0, 10))
          .isInstanceOf(RunException.class)
          .hasMessageContaining("events up to " + ended.size() + " of run 'ended'");
      assertThat(runs.events(TENANT, RunId.of("ended"), ended.size(), 10)).isEmpty();
      assertThat(runs.events(TENANT, RunId.of("unfinished"), 0, 100)).isEqualTo(unfinished);
      assertThat(runs.events(TENANT, RunId.of("next-week"), 0, 100)).hasSameSizeAs(ended);
      assertThat(runs.results(TENANT, RunId.of("ended"), 0, 10)).hasSize(2);
      assertThat(store.archiveEvents(clock.instant(), folder)).isEmpty();
    }
    assertThat(eventsOf("ended")).isZero();
    try (var left = Files.list(folder)) {
      assertThat(left.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void aRunThatGoesOnAfterItsEventsWereArchivedNumbersThemOn() throws Exception {
    try (Store store = open(options)) {
      RunStore runs = store.runs();
      Leads.accept(runs, RUN, 2);
      runs.claim(TENANT, RUN, 1).forEach(l -> runs.commit(Leads.end(l, 1, "first")));
      runs.steer(TENANT, RUN, RunState.STOPPED);
      long archived = runs.find(TENANT, RUN).orElseThrow().lastEvent();
      clock.advance(Duration.ofDays(14));
      store.archiveEvents(clock.instant(), folder);

      runs.steer(TENANT, RUN, RunState.RUNNING);
      runs.claim(TENANT, RUN, 1).forEach(l -> runs.commit(Leads.end(l, 1, "second")));

      assertThat(runs.events(TENANT, RUN, archived, 10))
          .extracting(event -> event.position().number())
          .containsExactly(archived + 1, archived + 2, archived + 3);
      assertThat(store.archiveEvents(clock.instant(), folder))
          .containsExactly(folder.resolve("prospector-events-2026-03-02-2.jsonl.gz"));
      assertThatThrownBy(() -> runs.events(TENANT, RUN, archived, 10))
          .isInstanceOf(RunException.class)
          .hasMessageContaining("events up to " + (archived + 3));
    }
  }

  private static void finish(RunStore runs, RunId run) {
    Leads.accept(runs, run, 2);
    for (Lease lease : runs.claim(TENANT, run, 2)) {
      runs.commit(Leads.begin(lease));
      RunCommit last = Leads.end(lease, 2, "done");
      if (runs.commit(last) instanceof RunCommit.Outcome.Outdated) {
        RunCommit.Ending ending = last.ending().orElseThrow();
        var stored = runs.leads().find(TENANT, lease.lead().id()).orElseThrow();
        runs.commit(
            last.ending(
                new RunCommit.Ending(
                    ending.lead().after(stored.lead()), ending.dossier(), ending.steps())));
      }
    }
  }

  private long eventsOf(String run) {
    return Jdbi.create(jdbcUrl())
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from prospector_event where run = ?")
                    .bind(0, run)
                    .mapTo(Long.class)
                    .one());
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @Test
  void notesAreFoundWithTheRun() {
    try (Store store = open(options)) {
      store.runs().open(TENANT, RUN, "pipeline", Map.of("input", "leads \u0000 é.csv"));
    }
    try (Store store = open(options)) {
      assertThat(store.runs().find(TENANT, RUN).orElseThrow().notes())
          .containsEntry("input", "leads \u0000 é.csv");
    }
  }
}
