package dev.prospector.cli.command;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.RunIdParameter;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StoredRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses a run, whichever process works on it. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Pauses a run, whichever process works on it: within a second no new step begins there, and",
      "those that run are finished. The process waits; 'resume' lets it go on."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector pause 20261121-150301-k7q2m --store sqlite:runs.db")
public final class PauseCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private RunIdParameter id = new RunIdParameter();

  public PauseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (OpenedStore store = id.open(terminal)) {
      StoredRun run = store.runs().steer(Tenant.DEFAULT, id.in(store).id(), RunState.PAUSED);
      if (run.state() != RunState.PAUSED) {
        String what = run.wish().isEnded() ? run.wish() + ", or about to be" : "" + run.state();
        throw new InputException("run " + run.id() + " cannot be paused: it is " + what);
      }
      terminal
          .err()
          .println("run " + run.id() + " is paused. " + store.howToGoOn(run.id()).stripTrailing());
      return ExitCode.DONE;
    }
  }
}
