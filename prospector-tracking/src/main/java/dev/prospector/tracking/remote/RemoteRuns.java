package dev.prospector.tracking.remote;

import dev.prospector.error.RequestException;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes reports of agents that work elsewhere, and keeps them as stored runs of pipeline {@code
 * remote}. Reports may come in any order, and each as often as it likes: one that is repeated mends
 * what a crash left half written.
 *
 * <p>A run stays open, since another lead may come, until {@link #complete} is called. Safe for
 * several threads, and for several processes over one store.
 */
public final class RemoteRuns {

  /** The pipeline of reported runs. */
  public static final String PIPELINE = "remote";

  private static final Duration RECENT = Duration.ofHours(24);

  private final RunStore runs;
  private final ReportStore reports;
  private final Clock clock;
  private final TellRun tell;

  /**
   * Takes reports.
   *
   * @param runs keeps the runs
   * @param reports keeps what is reported; of the same database, where runs are kept in one
   * @param clock tells when reports come
   */
  public RemoteRuns(RunStore runs, ReportStore reports, Clock clock) {
    this.runs = Objects.requireNonNull(runs);
    this.reports = Objects.requireNonNull(reports);
    this.clock = Objects.requireNonNull(clock);
    this.tell = new TellRun(runs, reports);
  }

  /**
   * Begins a lead; doing so again in the same run changes nothing.
   *
   * @throws RequestException {@code CONFLICT} if the lead is worked on in another run, or the run
   *     has ended or is none of remote agents
   * @throws dev.prospector.error.PortException if the store is away, or somebody else writes on the
   *     lead at the moment: report it again
   */
  public ReportStore.Beginning start(Tenant tenant, LeadStart start) {
    Optional<StoredRun> run = runs.find(tenant, start.run());
    run.ifPresent(RemoteRuns::checkPipeline);
    Optional<RemoteLead> known =
        reports.find(tenant, start.lead()).filter(l -> l.start().run().equals(start.run()));
    if (known.isEmpty() && run.isPresent() && run.get().state().isEnded()) {
      throw ended(start.run());
    }
    ReportStore.Beginning beginning = reports.begin(tenant, start, clock.instant());
    if (beginning.kind() == ReportStore.Beginning.Kind.ELSEWHERE) {
      throw conflict(
          "lead-elsewhere",
          "lead '%s' is worked on in run '%s', which has not ended it: end it there first"
              .formatted(start.lead(), beginning.lead().start().run()));
    }
    StoredRun unused = runs.open(tenant, start.run(), PIPELINE, Map.of());
    tell.of(tenant, beginning.lead());
    return beginning;
  }

  /**
   * Keeps what an agent reports of a lead; doing so again changes nothing.
   *
   * @throws RequestException {@code MISSING} if there is no such lead, {@code CONFLICT} if it or
   *     its run has ended, {@code INVALID} if it has too many reports
   * @throws dev.prospector.error.PortException if the store is away, or somebody else writes on the
   *     lead at the moment: report it again
   */
  public ReportStore.Reception report(Tenant tenant, LeadId lead, AgentReport report) {
    RemoteLead there = find(tenant, lead);
    boolean over =
        runs.find(tenant, there.start().run()).map(run -> run.state().isEnded()).orElse(false);
    if (over && !there.state().status().isEnded()) {
      return known(tenant, there, report).orElseThrow(() -> ended(there.start().run()));
    }
    ReportStore.Reception reception =
        reports.keep(tenant, lead, report, clock.instant()).orElseThrow(() -> missing(lead));
    switch (reception.kind()) {
      case AFTER_THE_END ->
          throw conflict(
              "lead-ended",
              "lead '%s' is %s: start it in another run"
                  .formatted(lead, reception.lead().state().status()));
      case TOO_MANY ->
          throw RequestException.invalid(
              List.of(
                  new RequestException.Problem(
                      "event_id",
                      "a lead has at most "
                          + ReportStore.MOST_REPORTS
                          + " reports in a run: start it in another one")));
      default -> tell.of(tenant, reception.lead());
    }
    return reception;
  }

  private Optional<ReportStore.Reception> known(
      Tenant tenant, RemoteLead lead, AgentReport report) {
    return reports.reports(tenant, lead.start().run(), lead.start().lead()).stream()
        .filter(kept -> kept.report().eventId().equals(report.eventId()))
        .findFirst()
        .map(kept -> new ReportStore.Reception(lead, ReportStore.Reception.Kind.KNOWN));
  }

  /**
   * Returns a lead as it began last, with the work that was reported of it.
   *
   * @throws RequestException {@code MISSING} if there is no such lead
   */
  public LeadView lead(Tenant tenant, LeadId lead) {
    RemoteLead there = find(tenant, lead);
    return new LeadView(there, Execution.of(reports.reports(tenant, there.start().run(), lead)));
  }

  private RemoteLead find(Tenant tenant, LeadId lead) {
    return reports.find(tenant, lead).orElseThrow(() -> missing(lead));
  }

  /**
   * Returns a run with some of its leads.
   *
   * @param from the place of the first
   * @param limit the most to return, from 1
   * @throws RequestException {@code MISSING} if remote agents report no such run
   */
  public RunView run(Tenant tenant, RunId run, long from, int limit) {
    StoredRun stored =
        runs.find(tenant, run)
            .filter(r -> r.pipeline().equals(PIPELINE))
            .orElseThrow(
                () ->
                    new RequestException(
                        RequestException.Kind.MISSING,
                        "not-found",
                        "there is no run '" + run + "' of remote agents"));
    return new RunView(stored, reports.leads(tenant, run, from, limit));
  }

  /** Counts the leads of a tenant; recent are those of the last 24 hours. */
  public ReportStore.Tally tally(Tenant tenant) {
    return reports.tally(tenant, clock.instant().minus(RECENT));
  }

  /**
   * Says that no more leads come: the run ends as soon as all of its leads have.
   *
   * @throws dev.prospector.error.RunException if the tenant has no such run
   */
  public void complete(Tenant tenant, RunId run) {
    catchUp(tenant, run);
    runs.complete(tenant, run);
  }

  /**
   * Lets a run tell what was reported while it was paused, or before a crash whose report was never
   * repeated.
   */
  public void catchUp(Tenant tenant, RunId run) {
    List<RemoteLead> some = reports.leads(tenant, run, 0, 100);
    while (!some.isEmpty()) {
      some.forEach(lead -> tell.of(tenant, lead));
      some = reports.leads(tenant, run, some.get(some.size() - 1).position() + 1, 100);
    }
  }

  /**
   * Erases a lead with everything that was reported of it, also from its runs, and returns whether
   * there was one.
   */
  public boolean forget(Tenant tenant, LeadId lead) {
    Optional<RemoteLead> reported = reports.find(tenant, lead);
    reported.ifPresent(there -> tell.skipped(tenant, there));
    boolean stored = runs.leads().remove(tenant, lead);
    return reports.forget(tenant, lead) || stored || reported.isPresent();
  }

  /** Returns when reports come. */
  public Instant now() {
    return clock.instant();
  }

  private static void checkPipeline(StoredRun run) {
    if (!run.pipeline().equals(PIPELINE)) {
      throw conflict(
          "run-exists",
          "run '%s' is one of pipeline '%s': report under another id"
              .formatted(run.id(), run.pipeline()));
    }
  }

  private static RequestException ended(RunId run) {
    return conflict("run-ended", "run '" + run + "' has ended: start another one");
  }

  private static RequestException conflict(String slug, String message) {
    return new RequestException(RequestException.Kind.CONFLICT, slug, message);
  }

  private static RequestException missing(LeadId lead) {
    return new RequestException(
        RequestException.Kind.MISSING, "not-found", "there is no lead '" + lead + "': start it");
  }

  /**
   * A lead and the work on it.
   *
   * @param lead as it began last
   * @param work in the order in which it was first heard of
   */
  public record LeadView(RemoteLead lead, List<Execution> work) {

    /** Fixes the list. */
    public LeadView {
      work = List.copyOf(work);
    }
  }

  /**
   * A run and some of its leads.
   *
   * @param run as it is stored
   * @param leads in the order of their places
   */
  public record RunView(StoredRun run, List<RemoteLead> leads) {

    /** Fixes the list. */
    public RunView {
      leads = List.copyOf(leads);
    }
  }
}
