package dev.prospector.tracking.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prospector.dossier.Dossier;
import dev.prospector.error.PortException;
import dev.prospector.error.RequestException;
import dev.prospector.event.EventTypes;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.store.Lease;
import dev.prospector.store.StoredResult;
import dev.prospector.tracking.remote.memory.InMemoryReportStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemoteRunsTest {

  private static final Tenant TENANT = new Tenant("acme");
  private static final RunId RUN = RunId.of("morning");
  private static final LeadId LEAD = LeadId.of("lead 1");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final InMemoryRunStore store = new InMemoryRunStore(clock);
  private final InMemoryReportStore reports = new InMemoryReportStore();
  private final RemoteRuns runs = new RemoteRuns(store, reports, clock);

  private static AgentReport started(String agent, int at) {
    return AgentReport.started("s-" + agent + at, agent, NOW.plusSeconds(at));
  }

  private static AgentReport ended(String agent, AgentReport.Status how, int at) {
    Instant start = NOW.plusSeconds(at);
    return AgentReport.ended("e-" + agent + at, agent, how, start, start.plusSeconds(5));
  }

  private void start() {
    runs.start(TENANT, LeadStart.of(LEAD, RUN).about("https://acme.example", "Acme"));
  }

  private RemoteLead report(AgentReport report) {
    return runs.report(TENANT, LEAD, report).lead();
  }

  private List<String> told() {
    return store.events(TENANT, RUN, 0, 1000).stream()
        .filter(event -> event.about().isPresent())
        .map(EventTypes::of)
        .toList();
  }

  private void assertConflict(String slug, Runnable call) {
    assertThatExceptionOfType(RequestException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RequestException.Kind.CONFLICT))
        .satisfies(e -> assertThat(e.slug()).isEqualTo(slug));
  }

  @Test
  void aReportedRunIsAStoredRunOfPipelineRemote() {
    start();
    report(started("research", 1));
    report(ended("research", AgentReport.Status.SUCCESS, 1));
    report(ended("briefing", AgentReport.Status.SUCCESS, 9));

    assertThat(store.find(TENANT, RUN).orElseThrow().pipeline()).isEqualTo("remote");
    assertThat(told())
        .filteredOn(type -> !type.equals("lead.accepted"))
        .containsExactly(
            "lead.started",
            "step.started",
            "step.completed",
            "step.started",
            "step.completed",
            "lead.finished");
  }

  @Test
  void aCompletedLeadIsReadable() {
    start();
    AgentReport.Outcome outcome =
        new AgentReport.Outcome(
            Optional.of("{\"n\":1}"), Optional.empty(), Optional.empty(), Optional.of("\"Call.\""));
    report(ended("briefing", AgentReport.Status.SUCCESS, 9).with(outcome));

    RemoteRuns.LeadView view = runs.lead(TENANT, LEAD);
    assertThat(view.lead().state().status()).isEqualTo(RemoteLead.Status.COMPLETED);
    assertThat(view.lead().state().summary()).contains("\"Call.\"");
    assertThat(view.work()).hasSize(1);
    StoredResult result = store.results(TENANT, RUN, 0, 10).get(0);
    assertThat(result.lead().status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(result.lead().company().website()).contains("https://acme.example");
    assertThat(result.steps()).singleElement().satisfies(s -> assertThat(s.hasSection()).isTrue());
  }

  @Test
  void whatIsKnownOfTheLeadAlreadyStaysWhenItIsReported() {
    Lead own = Lead.of(LEAD, Company.named("The host's name"));
    assertThat(store.leads().save(TENANT, own, Dossier.empty())).isTrue();
    start();
    report(ended("briefing", AgentReport.Status.SUCCESS, 9));

    Lead lead = store.leads().find(TENANT, LEAD).orElseThrow().lead();
    assertThat(lead.company().name()).isEqualTo("The host's name");
    assertThat(lead.status()).isEqualTo(LeadStatus.ENRICHED);
  }

  @Test
  void aKnownReportCountsOnceHoweverOftenItComes() {
    start();
    for (int i = 0; i < 3; i++) {
      report(ended("research", AgentReport.Status.SUCCESS, 1));
    }

    assertThat(told()).filteredOn("step.completed"::equals).hasSize(1);
    assertThat(runs.lead(TENANT, LEAD).work()).hasSize(1);
  }

  @Test
  void anOptionalFailureDoesNotFailTheLeadAndACriticalOneDoes() {
    start();
    RemoteLead after = report(ended("logo", AgentReport.Status.FAILED, 1));
    assertThat(after.state().status()).isEqualTo(RemoteLead.Status.ACTIVE);

    RemoteLead failed = report(ended("site", AgentReport.Status.FAILED, 2).asCritical());
    assertThat(failed.state().status()).isEqualTo(RemoteLead.Status.FAILED);
    assertConflict("lead-ended", () -> report(started("late", 3)));
    assertThat(store.results(TENANT, RUN, 0, 1).get(0).lead().status())
        .isEqualTo(LeadStatus.FAILED);
  }

  @Test
  void aStartWithoutEndIsSaidOfTheStepAndDoesNotHoldTheLead() {
    start();
    report(started("slow", 1));
    report(ended("last", AgentReport.Status.SUCCESS, 2).with(AgentReport.Verdict.COMPLETED));

    assertThat(store.results(TENANT, RUN, 0, 1).get(0).steps().get(0).reason())
        .isEqualTo("no end of it was reported");
    assertThat(runs.lead(TENANT, LEAD).work().get(0).report().status())
        .isEqualTo(AgentReport.Status.STARTED);
  }

  @Test
  void reportsInAnyOrderGiveTheSameWork() {
    List<AgentReport> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(started("agent" + i, i));
      all.add(ended("agent" + i, AgentReport.Status.values()[1 + i % 3], i));
    }
    Random random = new Random(15);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(all, random);
      RunId run = RunId.of("run" + round);
      runs.start(TENANT, LeadStart.of(LeadId.of("lead" + round), run));
      all.forEach(r -> runs.report(TENANT, LeadId.of(run.value().replace("run", "lead")), r));
      RemoteRuns.LeadView view = runs.lead(TENANT, LeadId.of("lead" + round));
      assertThat(view.work()).hasSize(6).noneMatch(w -> w.report().times().end().isEmpty());
      assertThat(view.lead().state().agent()).contains("agent5");
      assertThat(store.events(TENANT, run, 0, 100).stream().map(EventTypes::of))
          .filteredOn("step.started"::equals)
          .hasSize(6);
    }
  }

  @Test
  void aRepeatedReportAfterACrashRepairsWhatIsHalfWritten() {
    // The process died each time after the reports were kept, and before the run heard of them.
    assertThat(reports.begin(TENANT, LeadStart.of(LEAD, RUN), NOW).kind())
        .isEqualTo(ReportStore.Beginning.Kind.NEW);
    start();
    assertThat(told()).contains("lead.started");
    AgentReport first = ended("research", AgentReport.Status.SUCCESS, 1);
    AgentReport last = ended("briefing", AgentReport.Status.SUCCESS, 2);
    reports.keep(TENANT, LEAD, first, NOW);
    reports.keep(TENANT, LEAD, last, NOW);
    assertThat(told()).doesNotContain("step.completed");

    assertThat(runs.report(TENANT, LEAD, last).kind()).isEqualTo(ReportStore.Reception.Kind.KNOWN);
    assertThat(told()).filteredOn("step.completed"::equals).hasSize(2);
    assertThat(told()).endsWith("lead.finished");
    assertThat(runs.report(TENANT, LEAD, first).kind()).isEqualTo(ReportStore.Reception.Kind.KNOWN);
    assertThat(told()).filteredOn("lead.finished"::equals).hasSize(1);
  }

  @Test
  void leadsThatTheRunDidNotHearOfTakeTheirPlacesWithTheNext() {
    LeadId gone = LeadId.of("gone");
    reports.begin(TENANT, LeadStart.of(gone, RUN), NOW);
    reports.begin(TENANT, LeadStart.of(LeadId.of("unheard"), RUN), NOW);
    assertThat(reports.forget(TENANT, gone)).isTrue();
    start();

    assertThat(store.beginning(TENANT, RUN, 10).values())
        .extracting(lead -> lead.id().value())
        .containsExactly("erased-0", "unheard", "lead 1");
  }

  @Test
  void aLeadThatSomebodyElseWritesOnIsReportedAgain() {
    start();
    Lease held = store.another().claim(TENANT, RUN, 0L).orElseThrow();
    AgentReport report = ended("research", AgentReport.Status.SUCCESS, 1);
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> report(report))
        .satisfies(e -> assertThat(e.advice().isPassing()).isTrue());

    store.release(held);
    assertThat(runs.report(TENANT, LEAD, report).kind())
        .isEqualTo(ReportStore.Reception.Kind.KNOWN);
    assertThat(told()).contains("step.completed");
  }

  @Test
  void aPausedRunKeepsReportsAndTellsThemLater() {
    start();
    store.steer(TENANT, RUN, RunState.PAUSED);
    report(ended("briefing", AgentReport.Status.SUCCESS, 1));
    assertThat(told()).doesNotContain("lead.finished");

    store.steer(TENANT, RUN, RunState.RUNNING);
    runs.catchUp(TENANT, RUN);
    assertThat(told()).endsWith("lead.finished");
  }

  @Test
  void aLeadIsInOneUnfinishedRunAtATime() {
    start();
    assertThat(runs.start(TENANT, LeadStart.of(LEAD, RUN)).kind())
        .isEqualTo(ReportStore.Beginning.Kind.KNOWN);
    LeadStart elsewhere = LeadStart.of(LEAD, RunId.of("evening"));
    assertConflict("lead-elsewhere", () -> runs.start(TENANT, elsewhere));

    report(ended("briefing", AgentReport.Status.SUCCESS, 1));
    assertThat(runs.start(TENANT, elsewhere).kind()).isEqualTo(ReportStore.Beginning.Kind.NEW);
  }

  @Test
  void aRunOfOursAndOneThatEndedTakeNoLeads() {
    store.open(TENANT, RunId.of("ours"), "standard", Map.of());
    assertConflict("run-exists", () -> runs.start(TENANT, LeadStart.of(LEAD, RunId.of("ours"))));
    start();
    report(ended("briefing", AgentReport.Status.SUCCESS, 1));
    runs.complete(TENANT, RUN);
    assertThat(store.find(TENANT, RUN).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
    assertConflict("run-ended", () -> runs.start(TENANT, LeadStart.of(LeadId.of("another"), RUN)));
  }

  @Test
  void aCancelledRunTakesNoReportsButThoseThatItKnows() {
    start();
    AgentReport known = ended("research", AgentReport.Status.SUCCESS, 1);
    report(known);
    store.steer(TENANT, RUN, RunState.CANCELLED);

    assertThat(runs.report(TENANT, LEAD, known).kind()).isEqualTo(ReportStore.Reception.Kind.KNOWN);
    assertConflict("run-ended", () -> report(started("more", 4)));
  }

  @Test
  void erasureReachesReportsAndEndsTheLeadInItsRun() {
    start();
    report(ended("research", AgentReport.Status.SUCCESS, 1));
    assertThat(runs.forget(TENANT, LEAD)).isTrue();

    assertThat(reports.reports(TENANT, RUN, LEAD)).isEmpty();
    assertThat(store.leads().find(TENANT, LEAD)).isEmpty();
    assertThat(store.unfinished(TENANT, RUN, 0, 10)).isEmpty();
    assertThat(runs.forget(TENANT, LEAD)).isFalse();
  }

  @Test
  void aLeadHasNoMoreReportsThanAreKept() {
    start();
    for (int i = 0; i < ReportStore.MOST_REPORTS; i++) {
      reports.keep(TENANT, LEAD, started("loop", i), NOW);
    }
    assertThatExceptionOfType(RequestException.class)
        .isThrownBy(() -> report(started("loop", ReportStore.MOST_REPORTS)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RequestException.Kind.INVALID));
  }

  @Test
  void anotherTenantMeetsNothing() {
    start();
    Tenant other = new Tenant("other");
    assertThatExceptionOfType(RequestException.class)
        .isThrownBy(() -> runs.lead(other, LEAD))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RequestException.Kind.MISSING));
    assertThatExceptionOfType(RequestException.class).isThrownBy(() -> runs.run(other, RUN, 0, 10));
    assertThat(runs.tally(other).total()).isZero();
    assertThat(runs.start(other, LeadStart.of(LEAD, RunId.of("theirs"))).kind())
        .isEqualTo(ReportStore.Beginning.Kind.NEW);
  }
}
