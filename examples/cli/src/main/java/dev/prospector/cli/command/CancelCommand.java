package dev.prospector.cli.command;

import dev.prospector.cli.stored.OpenedStore;
import dev.prospector.cli.stored.RunIdParameter;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a run for good, whichever process works on it. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ends a run for good, whichever process works on it: within a second running steps are",
      "interrupted there, and the process completes its files and ends. What is finished is kept",
      "and can be written with 'export'; the run cannot be gone on with."
    },
    footerHeading = "%nExample:%n",
    footer = "  prospector cancel 20261121-150301-k7q2m --store sqlite:runs.db")
public final class CancelCommand implements Callable<Integer> {

  private static final int LOOKS = 50;
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  private final Terminal terminal;

  @Mixin private RunIdParameter id = new RunIdParameter();

  public CancelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (OpenedStore store = id.open(terminal)) {
      StoredRun run = cancelled(store.runs(), id.in(store).id());
      if (run.state() == RunState.CANCELLED) {
        terminal.err().println("run " + run.id() + " is cancelled");
        return ExitCode.DONE;
      }
      if (run.state().isEnded()) {
        throw new InputException("run " + run.id() + " has ended before: " + run.state());
      }
      terminal
          .err()
          .println(
              "run "
                  + run.id()
                  + " is being cancelled; another process still holds leads of it. If that process is gone,"
                  + " cancel again in a quarter of a minute");
      return ExitCode.NOT_ALL_LEADS;
    }
  }

  /** Waits some seconds until no process works on it any more, and returns its state then. */
  private static StoredRun cancelled(RunStore runs, RunId run) throws InterruptedException {
    StoredRun now = runs.steer(Tenant.DEFAULT, run, RunState.CANCELLED);
    for (int look = 0; look < LOOKS && !now.state().isEnded(); look++) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
      now = runs.steer(Tenant.DEFAULT, run, RunState.CANCELLED);
    }
    return now;
  }
}
