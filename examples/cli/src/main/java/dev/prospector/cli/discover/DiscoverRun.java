package dev.prospector.cli.discover;

import dev.prospector.Prospector;
import dev.prospector.agents.discovery.DiscoveredLeads;
import dev.prospector.agents.discovery.Discovery;
import dev.prospector.agents.discovery.DiscoveryTeller;
import dev.prospector.agents.discovery.TriageRules;
import dev.prospector.budget.Account;
import dev.prospector.candidate.QueryOutcome;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.progress.ProgressTicker;
import dev.prospector.cli.progress.ProgressView;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.Interruption;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.ResumeRun;
import dev.prospector.cli.stored.WriteResults;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.StoredRun;
import dev.prospector.web.WebSearch;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Searches for companies and works on those that are accepted, in a run that is kept. */
public final class DiscoverRun {

  private final Terminal terminal;
  private final Reporting reporting;
  private final OpenedStore store;
  private final Task task;

  /**
   * What is searched, and what becomes of what is found.
   *
   * @param limit the most leads
   */
  public record Plan(SearchOptions search, TriageRules triage, int hits, long limit) {}

  /**
   * Returns a run of a task, whose list is its context.
   *
   * @param store stays open
   */
  public DiscoverRun(Terminal terminal, Reporting reporting, OpenedStore store, Task task) {
    this.terminal = terminal;
    this.reporting = reporting;
    this.store = store;
    this.task = task;
  }

  /**
   * Works until the run has ended or is left.
   *
   * @return the exit code
   */
  public int work(RunId id, Plan plan, Sources sources) throws InterruptedException {
    Optional<StoredRun> before = store.find(id);
    if (before.filter(run -> run.state() == RunState.COMPLETED).isPresent()) {
      return new WriteResults(terminal, reporting, store)
          .write(before.get(), task.outputs(), sources.context().language());
    }
    sources.use(store.cache(), store.runs().limits());
    DiscoveredLeads leads = leads(id, plan, sources);
    Delivery delivery = task.outputs().openOrPrint(sources.context().language(), terminal);
    int code;
    RunState state;
    try (delivery) {
      Ended ended = run(id, sources, leads, delivery);
      code = ended.code();
      state = ended.state();
      if (state.isEnded()) {
        delivery.finish();
      }
    }
    return report(id, leads, delivery, delivery.exitCode(code, terminal.err()), state);
  }

  private DiscoveredLeads leads(RunId id, Plan plan, Sources sources) throws InterruptedException {
    SearchOptions.Means means =
        new SearchOptions.Means(
            store.budget(task.settings().model().limits()),
            new Account(Tenant.DEFAULT, id.value()),
            store.cache());
    WebSearch search =
        plan.search()
            .open(sources.context().language(), sources.archive(), means, terminal.environment());
    Discovery discovery =
        Discovery.of(sources.context(), search, store.candidates())
            .withPages(sources.pages())
            .withTriage(plan.triage())
            .withHits(plan.hits())
            .leavingOut(domain -> false, store::isLead);
    DiscoveryTeller teller =
        reporting.quiet() ? DiscoveryTeller.NONE : new DiscoveryLines(terminal.err());
    return discovery.leads(id.value(), plan.limit(), teller);
  }

  private record Ended(int code, RunState state) {}

  private Ended run(RunId id, Sources sources, DiscoveredLeads leads, Delivery delivery) {
    RunSettings settings = task.settings();
    Prospector prospector =
        store
            .prospector(settings.model(), terminal)
            .businessContext(sources.context())
            .pages(sources.pages())
            .build();
    RunOptions options = settings.options().withId(id).withNotes(Map.of(ResumeRun.DISCOVERED, "1"));
    ProgressView view = ProgressView.of(reporting.progress(), terminal, Optional.of(id));
    try (Run run = prospector.start(store.pipeline(settings.pipeline()), leads, options);
        Interruption interruption = Interruption.leaving(run, terminal.err(), howToGoOn(id));
        ProgressTicker ticker = ProgressTicker.of(run, view);
        Stream<LeadResult> results = run.results()) {
      reporting.note(terminal.err(), "run " + id + " in " + store.address());
      ticker.start();
      delivery.deliver(results.iterator(), run::close);
      int code = interruption.happened() ? interruption.exitCode() : ExitCode.DONE;
      return new Ended(code, run.state());
    }
  }

  private static String howToGoOn(RunId id) {
    return "Go on with the same command and --run-id " + id + System.lineSeparator();
  }

  private int report(RunId id, DiscoveredLeads leads, Delivery delivery, int code, RunState state) {
    if (!reporting.quiet()) {
      delivery.summary().print(terminal.err(), 0);
    }
    if (!state.isEnded()) {
      terminal.err().println("The run has not ended. " + howToGoOn(id).stripTrailing());
      return code;
    }
    if (!leads.reason().isEmpty()) {
      terminal.err().println("No company was found: " + leads.reason());
    }
    boolean failed = leads.outcomes().stream().anyMatch(o -> o.end() == QueryOutcome.End.FAILED);
    return code == ExitCode.DONE && failed ? ExitCode.PARTLY : code;
  }
}
