package dev.prospector.cli.stored;

import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.output.Outputs;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.context.Language;
import dev.prospector.event.RunState;
import dev.prospector.store.StoredRun;

/** Writes what a run found out from the store alone. */
public final class WriteResults {

  private final Terminal terminal;
  private final Reporting reporting;
  private final OpenedStore store;

  public WriteResults(Terminal terminal, Reporting reporting, OpenedStore store) {
    this.terminal = terminal;
    this.reporting = reporting;
    this.store = store;
  }

  /**
   * Writes every lead that ended, in the order of the input.
   *
   * @return the exit code
   */
  public int write(StoredRun run, Outputs outputs, Language language) {
    KeptResults results = new KeptResults(store.runs(), run.id(), store.suppression(terminal));
    Delivery delivery = outputs.openOrPrint(language, terminal);
    try (delivery) {
      delivery.deliver(results, () -> {});
      delivery.finish();
    }
    int code = delivery.exitCode(ExitCode.DONE, terminal.err());
    if (!reporting.quiet()) {
      delivery.summary().print(terminal.err(), 0);
    }
    if (results.unfinished() > 0) {
      reporting.note(terminal.err(), results.unfinished() + " leads have not ended: left out");
    }
    boolean written = code == ExitCode.DONE || code == ExitCode.PARTLY;
    boolean all = run.state() == RunState.COMPLETED;
    return written && !all ? ExitCode.NOT_ALL_LEADS : code;
  }
}
