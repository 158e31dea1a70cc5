package dev.prospector.cli.run;

import dev.prospector.Prospector;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Usage;
import dev.prospector.cli.lookup.OpenLookUps;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.ProgressTicker;
import dev.prospector.cli.progress.ProgressView;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.Language;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryResponseCache;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import dev.prospector.store.Journal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs a job's leads through the pipeline; nothing is kept but what is written. */
public final class RunJob {

  private static final int MOST_KEPT = 10_000;

  private final Terminal terminal;
  private final RunSettings settings;
  private final Reporting reporting;

  public RunJob(Terminal terminal, RunSettings settings, Reporting reporting) {
    this.terminal = terminal;
    this.settings = settings;
    this.reporting = reporting;
  }

  /** How a run ended. */
  private record End(int code, RunProgress.Steps steps, Usage spent) {}

  /**
   * Runs the job.
   *
   * @param rejected takes rows that are no leads; closed
   * @param outputs opened once the list is known to be readable, so that a slip in its name costs
   *     no earlier result; closed
   * @return the exit code
   */
  public int run(Job job, RejectedRows rejected, Supplier<Delivery> outputs) {
    try (rejected;
        LeadFile leads = LeadFile.open(job.list(), job.rows(), rejected)) {
      Delivery delivery = outputs.get();
      End end;
      try (delivery) {
        rejected.finish();
        end = run(job, leads, delivery);
        if (end.code() == ExitCode.DONE) {
          delivery.finish();
        }
      }
      int exitCode = delivery.exitCode(end.code(), terminal.err());
      if (!reporting.quiet()) {
        rejected.print(terminal.err());
        delivery.summary().print(terminal.err(), leads.foldedRows());
        delivery.summary().printSpending(terminal.err(), end.spent());
        delivery.summary().printFallbacks(terminal.err(), end.steps());
      }
      return Torn.exitCode(exitCode, leads.breakOff(), job.list(), terminal.err());
    }
  }

  private End run(Job job, LeadFile leads, Delivery delivery) {
    Budget budget = new InMemoryBudget(settings.model().limits(), Clock.systemUTC());
    RunId id = RunId.of(UUID.randomUUID().toString());
    Account account = new Account(Tenant.DEFAULT, id.value());
    Language language = job.sources().context().language();
    OpenLookUps.Means means =
        new OpenLookUps.Means(
            budget,
            account,
            new InMemoryResponseCache(MOST_KEPT, Clock.systemUTC()),
            language,
            terminal.environment());
    try (OpenLookUps lookUps = OpenLookUps.of(settings.lookUps(), job.sources().archive(), means)) {
      Prospector prospector =
          lookUps
              .on(settings.model().on(Prospector.builder(), budget, terminal.environment()))
              .businessContext(job.sources().context())
              .pages(job.sources().pages())
              .ids(() -> id)
              // Nothing in this process asks for a result again, so none is held in memory.
              .journal(Journal.none())
              .build();
      return run(prospector, leads, delivery, () -> budget.spending(account).settled());
    }
  }

  private End run(Prospector prospector, LeadFile leads, Delivery delivery, Supplier<Usage> spent) {
    RunOptions options = settings.options().withExpectedLeads(leads.leads());
    ProgressView view = ProgressView.of(reporting.progress(), terminal, Optional.empty());
    try (Run run = prospector.start(settings.chosenPipeline(), leads.iterator(), options);
        Interruption interruption = Interruption.finishing(run, terminal.err());
        ProgressTicker ticker = ProgressTicker.of(run, view);
        Stream<LeadResult> results = run.results()) {
      ticker.start();
      delivery.deliver(results.iterator(), run::stop);
      // Stopped for want of an output, the run ends as that failure does.
      boolean stopped = run.state() == RunState.STOPPED && delivery.working();
      int code = stopped ? ExitCode.NOT_ALL_LEADS : ExitCode.DONE;
      code = interruption.happened() ? interruption.exitCode() : code;
      return new End(code, run.progress().steps(), spent.get());
    }
  }
}
