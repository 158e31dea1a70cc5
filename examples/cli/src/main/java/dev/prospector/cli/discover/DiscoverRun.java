package dev.prospector.cli.discover;

import dev.prospector.Prospector;
import dev.prospector.agents.discovery.DiscoveredLeads;
import dev.prospector.agents.discovery.Discovery;
import dev.prospector.agents.discovery.DiscoveryTeller;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.cli.lookup.OpenLookUps;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.progress.ProgressTicker;
import dev.prospector.cli.progress.ProgressView;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.Interruption;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.WorkOnRun;
import dev.prospector.cli.stored.WriteResults;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.Language;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.StoredRun;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Searches for companies and works on those that are accepted, in a run that is kept. */
public final class DiscoverRun {

  private final Terminal terminal;
  private final Reporting reporting;
  private final OpenedStore store;

  /**
   * Works on runs of a store.
   *
   * @param store stays open
   */
  public DiscoverRun(Terminal terminal, Reporting reporting, OpenedStore store) {
    this.terminal = terminal;
    this.reporting = reporting;
    this.store = store;
  }

  /** Goes on with a run, if it is one that searches for companies. */
  public OptionalInt resume(WorkOnRun.Known run) {
    Optional<DiscoveryPlan> plan = DiscoveryPlan.in(run.notes().values());
    return plan.isPresent() ? OptionalInt.of(work(run, plan.get())) : OptionalInt.empty();
  }

  /**
   * Works until the run has ended or is left.
   *
   * @param run of a task whose list is its context
   * @return the exit code
   */
  public int work(WorkOnRun.Known run, DiscoveryPlan plan) {
    Task task = run.task();
    Language language = run.sources().context().language();
    Optional<StoredRun> before = store.find(run.id());
    if (before.filter(one -> one.state() == RunState.COMPLETED).isPresent()) {
      return new WriteResults(terminal, reporting, store)
          .write(before.get(), task.outputs(), language);
    }
    run.sources().use(store.cache(), store.runs().limits());
    try (OpenLookUps lookUps = store.lookUps(run.id(), task.settings(), run.sources(), terminal)) {
      DiscoveredLeads leads = leads(run, plan, lookUps);
      Delivery delivery = task.outputs().openOrPrint(language, terminal);
      Ended ended;
      try (delivery) {
        ended = run(run, lookUps, leads, delivery);
        if (ended.state().isEnded()) {
          delivery.finish();
        }
      }
      int code = delivery.exitCode(ended.code(), terminal.err());
      return report(run.id(), leads, delivery, code, ended.state());
    }
  }

  private DiscoveredLeads leads(WorkOnRun.Known run, DiscoveryPlan plan, OpenLookUps lookUps) {
    Discovery discovery =
        Discovery.of(run.sources().context(), lookUps.search(), store.candidates())
            .withPages(run.sources().pages())
            .withTriage(plan.triage())
            .withHits(plan.hits())
            .preferring(store.leads())
            .leavingOut(saidNo(), store::isLead);
    DiscoveryTeller teller =
        reporting.quiet() ? DiscoveryTeller.NONE : new DiscoveryLines(terminal.err());
    return discovery.leads(run.id().value(), plan.limit(), teller);
  }

  private Predicate<String> saidNo() {
    return store
        .suppression(terminal)
        .<Predicate<String>>map(
            list -> domain -> list.contains(Tenant.DEFAULT, SuppressionList.Kind.DOMAIN, domain))
        .orElse(domain -> false);
  }

  private record Ended(int code, RunState state) {}

  private Ended run(
      WorkOnRun.Known known, OpenLookUps lookUps, DiscoveredLeads leads, Delivery delivery) {
    RunSettings settings = known.task().settings();
    RunId id = known.id();
    Prospector prospector =
        lookUps
            .on(store.prospector(settings.model(), terminal))
            .businessContext(known.sources().context())
            .pages(known.sources().pages())
            .build();
    RunOptions options = settings.options().withId(id).withNotes(known.notes().values());
    ProgressView view = ProgressView.of(reporting.progress(), terminal, Optional.of(id));
    try (Run run = prospector.start(store.pipeline(settings.pipeline()), leads, options);
        Interruption interruption = Interruption.leaving(run, terminal.err(), store.howToGoOn(id));
        ProgressTicker ticker = ProgressTicker.of(run, view);
        Stream<LeadResult> results = run.results()) {
      reporting.note(terminal.err(), "run " + id + " in " + store.address());
      ticker.start();
      delivery.deliver(results.iterator(), run::close);
      int code = interruption.happened() ? interruption.exitCode() : ExitCode.DONE;
      return new Ended(code, run.state());
    }
  }

  private int report(RunId id, DiscoveredLeads leads, Delivery delivery, int code, RunState state) {
    if (!reporting.quiet()) {
      delivery.summary().print(terminal.err(), 0);
      delivery.summary().printSpending(terminal.err(), store.spent(id));
    }
    if (!state.isEnded()) {
      terminal.err().println("The run has not ended. " + store.howToGoOn(id).stripTrailing());
      return code;
    }
    if (!leads.reason().isEmpty()) {
      terminal.err().println("No company was found: " + leads.reason());
    }
    boolean failed = leads.outcomes().stream().anyMatch(o -> o.end() == QueryOutcome.End.FAILED);
    return code == ExitCode.DONE && failed ? ExitCode.PARTLY : code;
  }
}
