package dev.prospector.cli.command;

import dev.prospector.cli.discover.DiscoverRun;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.ResumeRun;
import dev.prospector.cli.stored.RunIdParameter;
import dev.prospector.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries the failed leads of a run again. */
@Command(
    name = "retry-errors",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tries the leads of a run again that failed: only the steps that are missing are executed,",
      "and the outputs are written again, as 'resume' does."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector retry-errors 20261121-150301-k7q2m --store sqlite:runs.db")
public final class RetryErrorsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private RunIdParameter run = new RunIdParameter();

  @Mixin private Reporting reporting = new Reporting();

  public RetryErrorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenedStore store = run.open(terminal)) {
      return new ResumeRun(
              terminal, reporting, store, new DiscoverRun(terminal, reporting, store)::resume)
          .retryErrors(run.in(store));
    }
  }
}
