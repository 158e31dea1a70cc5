package dev.prospector.cli.command;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.RunDetails;
import dev.prospector.cli.stored.RunIdParameter;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.store.StoredRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one run. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows a run: what it is doing, its leads, those that failed with step and reason, calls with",
      "an unknown outcome, and the last events."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector show 20261121-150301-k7q2m --store sqlite:runs.db")
public final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private RunIdParameter id = new RunIdParameter();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "At most so many failed leads, calls and events each; default: ${DEFAULT-VALUE}.")
  private int most = 20;

  public ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (most < 1) {
      throw new InputException("--most is at least 1, not " + most);
    }
    try (OpenedStore store = id.open(terminal)) {
      StoredRun run = id.in(store);
      new RunDetails(terminal.out(), store, run, most).print();
      return ExitCode.DONE;
    }
  }
}
