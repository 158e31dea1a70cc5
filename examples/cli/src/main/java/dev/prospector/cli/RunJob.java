package dev.prospector.cli;

import dev.prospector.Prospector;
import dev.prospector.error.PortException;
import dev.prospector.export.read.LeadFile;
import dev.prospector.export.write.LeadOutputs;
import dev.prospector.export.write.LeadWriter;
import dev.prospector.pipeline.LeadResult;
import dev.prospector.pipeline.Run;
import dev.prospector.pipeline.RunOptions;
import dev.prospector.port.Journal;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs a job's leads through the pipeline and hands each result to the outputs as it comes. */
final class RunJob {

  private final Terminal terminal;
  private final RunSettings settings;
  private final Summary summary;

  RunJob(Terminal terminal, RunSettings settings) {
    this.terminal = terminal;
    this.settings = settings;
    this.summary = new Summary();
  }

  /**
   * Runs the job.
   *
   * @param rejected takes rows that are no leads; closed
   * @param writers opened once the list is known to be readable, so that a slip in its name costs
   *     no earlier result; closed
   * @return the exit code
   */
  int run(Job job, RejectedRows rejected, Supplier<List<LeadWriter>> writers) {
    try (rejected;
        LeadFile leads = LeadFile.open(job.list(), job.rows(), rejected)) {
      LeadOutputs outputs = LeadOutputs.of(writers.get());
      try (outputs) {
        int code = run(job, leads, outputs);
        outputs.close();
        return report(leads, rejected, outputs.failures(), code);
      }
    }
  }

  private int run(Job job, LeadFile leads, LeadOutputs outputs) {
    Prospector prospector =
        Prospector.builder()
            .businessContext(job.context())
            .pages(job.pages())
            // Nothing in this process asks for a result again, so none is held in memory.
            .journal(Journal.none())
            .clock(settings.clock())
            .build();
    RunOptions options =
        RunOptions.defaults()
            .withConcurrency(settings.concurrency())
            .withExpectedLeads(leads.leads());
    ProgressView view = ProgressView.of(settings.progress(), terminal);
    try (Run run = prospector.start(settings.pipeline(), leads.iterator(), options);
        Interruption interruption = Interruption.of(run, terminal.err());
        ProgressTicker ticker = ProgressTicker.of(run, view)) {
      ticker.start();
      deliver(run, outputs);
      return interruption.happened() ? interruption.exitCode() : ExitCode.DONE;
    }
  }

  private void deliver(Run run, LeadOutputs outputs) {
    try (Stream<LeadResult> results = run.results()) {
      Iterator<LeadResult> each = results.iterator();
      while (each.hasNext()) {
        LeadResult result = each.next();
        outputs.write(result);
        summary.add(result);
        if (!outputs.failures().isEmpty()) {
          run.stop();
        }
      }
    }
  }

  private int report(
      LeadFile leads, RejectedRows rejected, List<PortException> failures, int code) {
    failures.forEach(failure -> terminal.err().println(failure.getMessage()));
    if (!settings.quiet()) {
      rejected.print(terminal.err());
      summary.print(terminal.err(), leads.foldedRows());
    }
    if (code != ExitCode.DONE) {
      return code;
    }
    if (!failures.isEmpty()) {
      return ExitCode.INTERNAL_ERROR;
    }
    return summary.failed() > 0 ? ExitCode.FAILED_LEADS : ExitCode.DONE;
  }
}
