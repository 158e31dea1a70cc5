package dev.prospector.testkit.contract.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.tracking.remote.AgentReport;
import dev.prospector.tracking.remote.KeptReport;
import dev.prospector.tracking.remote.LeadStart;
import dev.prospector.tracking.remote.RemoteLead;
import dev.prospector.tracking.remote.ReportStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of reports promises. Extend it, and return an empty store. */
public abstract class ReportStoreContract {

  private static final Tenant TENANT = new Tenant("acme");
  private static final Tenant OTHER = new Tenant("other");
  private static final RunId RUN = RunId.of("run");
  private static final LeadId LEAD = LeadId.of("Pão 😀 'lead'");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private ReportStore store;

  /** Creates the contract. */
  protected ReportStoreContract() {}

  /** Returns a store that is empty. */
  protected abstract ReportStore store();

  @BeforeEach
  void open() {
    store = store();
  }

  private static LeadStart start(LeadId lead, RunId run) {
    return LeadStart.of(lead, run).about("https://a.example/?q=é", "Açúcar & Co \" ' \\");
  }

  private static AgentReport ended(String id, AgentReport.Status how) {
    Instant start = NOW.plusSeconds(id.hashCode() & 15);
    return AgentReport.ended(id, "agent-" + id, how, start, start.plusMillis(1500))
        .with(
            new AgentReport.Outcome(
                Optional.of("{\"a\":[1,\"\\u0000é😀\"]}"),
                Optional.of("{}"),
                Optional.of("went\nwrong"),
                Optional.empty()));
  }

  private static AgentReport last(String id) {
    return ended(id, AgentReport.Status.SUCCESS).with(AgentReport.Verdict.COMPLETED);
  }

  private ReportStore.Reception keep(AgentReport report) {
    return store.keep(TENANT, LEAD, report, NOW).orElseThrow();
  }

  private ReportStore.Beginning.Kind begin(LeadId lead, RunId run) {
    return store.begin(TENANT, start(lead, run), NOW).kind();
  }

  @Test
  void whatIsKeptIsReadAsItWasGiven() {
    RemoteLead begun = store.begin(TENANT, start(LEAD, RUN), NOW).lead();
    assertThat(begun).isEqualTo(RemoteLead.begun(start(LEAD, RUN), 0, NOW));
    AgentReport.Times times =
        new AgentReport.Times(NOW, Optional.of(NOW.plusNanos(7)), Optional.of(Duration.ofNanos(9)));
    AgentReport whole =
        new AgentReport(
            "é😀",
            "research",
            AgentReport.Status.SKIPPED,
            times,
            ended("x", AgentReport.Status.FAILED).outcome(),
            true,
            Optional.empty());
    ReportStore.Reception reception = keep(whole);

    assertThat(reception.kind()).isEqualTo(ReportStore.Reception.Kind.NEW);
    assertThat(reception.lead()).isEqualTo(begun.after(whole, NOW));
    assertThat(store.find(TENANT, LEAD)).contains(reception.lead());
    assertThat(store.reports(TENANT, RUN, LEAD)).containsExactly(new KeptReport(whole, NOW));
  }

  @Test
  void aLeadBeginsOnceInARun() {
    assertThat(begin(LEAD, RUN)).isEqualTo(ReportStore.Beginning.Kind.NEW);
    assertThat(begin(LEAD, RUN)).isEqualTo(ReportStore.Beginning.Kind.KNOWN);
    keep(last("end"));
    assertThat(begin(LEAD, RUN)).isEqualTo(ReportStore.Beginning.Kind.KNOWN);
    assertThat(store.leads(TENANT, RUN, 0, 10)).hasSize(1);
  }

  @Test
  void aLeadThatHasNotEndedBeginsNowhereElse() {
    RunId next = RunId.of("next");
    begin(LEAD, RUN);
    ReportStore.Beginning refused = store.begin(TENANT, start(LEAD, next), NOW);
    assertThat(refused.kind()).isEqualTo(ReportStore.Beginning.Kind.ELSEWHERE);
    assertThat(refused.lead().start().run()).isEqualTo(RUN);

    keep(last("end"));
    assertThat(begin(LEAD, next)).isEqualTo(ReportStore.Beginning.Kind.NEW);
    assertThat(store.find(TENANT, LEAD).orElseThrow().start().run()).isEqualTo(next);
    assertThat(store.reports(TENANT, RUN, LEAD)).hasSize(1);
    assertThat(store.reports(TENANT, next, LEAD)).isEmpty();
  }

  @Test
  void aReportIsKeptOnceInWhicheverRunOfTheLead() {
    begin(LEAD, RUN);
    keep(ended("a", AgentReport.Status.SUCCESS));
    assertThat(keep(ended("a", AgentReport.Status.FAILED)).kind())
        .isEqualTo(ReportStore.Reception.Kind.KNOWN);
    keep(last("end"));
    assertThat(keep(last("end")).kind()).isEqualTo(ReportStore.Reception.Kind.KNOWN);
    begin(LEAD, RunId.of("next"));
    assertThat(keep(ended("a", AgentReport.Status.SUCCESS)).kind())
        .isEqualTo(ReportStore.Reception.Kind.KNOWN);
    assertThat(store.reports(TENANT, RUN, LEAD)).hasSize(2);
  }

  @Test
  void nothingIsKeptAfterTheEnd() {
    begin(LEAD, RUN);
    keep(last("end"));
    ReportStore.Reception late = keep(ended("late", AgentReport.Status.SUCCESS));
    assertThat(late.kind()).isEqualTo(ReportStore.Reception.Kind.AFTER_THE_END);
    assertThat(store.reports(TENANT, RUN, LEAD)).hasSize(1);
    assertThat(store.keep(TENANT, LeadId.of("none"), last("x"), NOW)).isEmpty();
  }

  @Test
  void reportsAreReadInTheOrderInWhichTheyCame() {
    begin(LEAD, RUN);
    List<String> ids = IntStream.range(0, 25).mapToObj(i -> "r" + (i * 7) % 25).toList();
    ids.forEach(id -> keep(ended(id, AgentReport.Status.SUCCESS)));
    assertThat(store.reports(TENANT, RUN, LEAD))
        .extracting(kept -> kept.report().eventId())
        .containsExactlyElementsOf(ids);
  }

  @Test
  void leadsOfARunAreReadByTheirPlaces() {
    for (int i = 0; i < 7; i++) {
      begin(LeadId.of("lead" + i), RUN);
      begin(LeadId.of("other" + i), RunId.of("elsewhere"));
    }
    assertThat(store.forget(TENANT, LeadId.of("lead3"))).isTrue();
    begin(LEAD, RUN);

    assertThat(store.leads(TENANT, RUN, 2, 4))
        .extracting(RemoteLead::position)
        .containsExactly(2L, 4L, 5L, 6L);
    assertThat(store.leads(TENANT, RUN, 7, 4))
        .extracting(lead -> lead.start().lead())
        .containsExactly(LEAD);
  }

  @Test
  void leadsAreCountedAsTheyBeganLast() {
    begin(LeadId.of("open"), RUN);
    begin(LeadId.of("done"), RUN);
    store.keep(TENANT, LeadId.of("done"), last("x"), NOW);
    begin(LEAD, RUN);
    keep(ended("f", AgentReport.Status.FAILED).asCritical());
    assertThat(store.tally(TENANT, NOW)).isEqualTo(new ReportStore.Tally(1, 1, 1, 3));
    assertThat(store.tally(TENANT, NOW.plusSeconds(1)).recent()).isZero();

    begin(LEAD, RunId.of("again"));
    assertThat(store.tally(TENANT, NOW)).isEqualTo(new ReportStore.Tally(2, 1, 0, 3));
  }

  @Test
  void whatIsForgottenIsGoneAndMayBeginAnew() {
    begin(LEAD, RUN);
    keep(ended("a", AgentReport.Status.SUCCESS));
    assertThat(store.forget(TENANT, LEAD)).isTrue();
    assertThat(store.forget(TENANT, LEAD)).isFalse();
    assertThat(store.find(TENANT, LEAD)).isEmpty();
    assertThat(store.reports(TENANT, RUN, LEAD)).isEmpty();
    assertThat(store.tally(TENANT, NOW).total()).isZero();

    ReportStore.Beginning anew = store.begin(TENANT, start(LEAD, RUN), NOW);
    assertThat(anew.kind()).isEqualTo(ReportStore.Beginning.Kind.NEW);
    assertThat(anew.lead().position()).isEqualTo(1);
    assertThat(keep(ended("a", AgentReport.Status.SUCCESS)).kind())
        .isEqualTo(ReportStore.Reception.Kind.NEW);
  }

  @Test
  void anotherTenantMeetsNothing() {
    begin(LEAD, RUN);
    keep(ended("a", AgentReport.Status.SUCCESS));
    assertThat(store.find(OTHER, LEAD)).isEmpty();
    assertThat(store.reports(OTHER, RUN, LEAD)).isEmpty();
    assertThat(store.leads(OTHER, RUN, 0, 10)).isEmpty();
    assertThat(store.tally(OTHER, NOW).total()).isZero();
    assertThat(store.keep(OTHER, LEAD, last("b"), NOW)).isEmpty();
    assertThat(store.forget(OTHER, LEAD)).isFalse();
    assertThat(store.begin(OTHER, start(LEAD, RUN), NOW).lead().position()).isZero();
    assertThat(store.find(TENANT, LEAD).orElseThrow().state().status())
        .isEqualTo(RemoteLead.Status.ACTIVE);
  }

  @Test
  void manyAtATimeTakePlacesWithoutGapsAndKeepEachReportOnce() throws Exception {
    List<Callable<Boolean>> work =
        IntStream.range(0, 120).<Callable<Boolean>>mapToObj(i -> () -> reportAtOnce(i)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isNotNull();
      }
    } finally {
      threads.shutdown();
    }

    List<RemoteLead> leads = store.leads(TENANT, RUN, 0, 100);
    assertThat(leads)
        .extracting(RemoteLead::position)
        .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> (long) i).toList());
    assertThat(leads).allMatch(l -> store.reports(TENANT, RUN, l.start().lead()).size() == 2);
  }

  /** Of four that do the same for a lead one is first. */
  private boolean reportAtOnce(int number) {
    LeadId lead = LeadId.of("lead" + number % 30);
    store.begin(TENANT, start(lead, RUN), NOW);
    store.keep(TENANT, lead, ended("a", AgentReport.Status.SUCCESS), NOW);
    return store.keep(TENANT, lead, ended("b", AgentReport.Status.FAILED), NOW).isPresent();
  }
}
