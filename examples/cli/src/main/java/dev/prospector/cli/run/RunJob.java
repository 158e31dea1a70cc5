package dev.prospector.cli.run;

import dev.prospector.Prospector;
import dev.prospector.adapter.export.write.LeadWriter;
import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.ProgressTicker;
import dev.prospector.cli.progress.ProgressView;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.store.Journal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs a job's leads through the pipeline; nothing is kept but what is written. */
public final class RunJob {

  private final Terminal terminal;
  private final RunSettings settings;
  private final Reporting reporting;

  public RunJob(Terminal terminal, RunSettings settings, Reporting reporting) {
    this.terminal = terminal;
    this.settings = settings;
    this.reporting = reporting;
  }

  /**
   * Runs the job.
   *
   * @param rejected takes rows that are no leads; closed
   * @param writers opened once the list is known to be readable, so that a slip in its name costs
   *     no earlier result; closed
   * @return the exit code
   */
  public int run(Job job, RejectedRows rejected, Supplier<List<LeadWriter>> writers) {
    try (rejected;
        LeadFile leads = LeadFile.open(job.list(), job.rows(), rejected)) {
      Delivery delivery = new Delivery(writers.get());
      int code;
      try (delivery) {
        code = run(job, leads, delivery);
      }
      int exitCode = delivery.exitCode(code, terminal.err());
      if (!reporting.quiet()) {
        rejected.print(terminal.err());
        delivery.summary().print(terminal.err(), leads.foldedRows());
      }
      return exitCode;
    }
  }

  private int run(Job job, LeadFile leads, Delivery delivery) {
    Prospector prospector =
        Prospector.builder()
            .businessContext(job.sources().context())
            .pages(job.sources().pages())
            // Nothing in this process asks for a result again, so none is held in memory.
            .journal(Journal.none())
            .build();
    RunOptions options = settings.options().withExpectedLeads(leads.leads());
    ProgressView view = ProgressView.of(reporting.progress(), terminal, Optional.empty());
    try (Run run = prospector.start(settings.chosenPipeline(), leads.iterator(), options);
        Interruption interruption = Interruption.finishing(run, terminal.err());
        ProgressTicker ticker = ProgressTicker.of(run, view);
        Stream<LeadResult> results = run.results()) {
      ticker.start();
      delivery.deliver(results.iterator(), run::stop);
      return interruption.happened() ? interruption.exitCode() : ExitCode.DONE;
    }
  }
}
