package dev.prospector.cli.stored;

import dev.prospector.Prospector;
import dev.prospector.cli.lookup.OpenLookUps;
import dev.prospector.cli.output.Delivery;
import dev.prospector.cli.progress.ProgressTicker;
import dev.prospector.cli.progress.ProgressView;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.InputList;
import dev.prospector.cli.run.Interruption;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.run.Torn;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.PortException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.run.RunProgress;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works on a run that is kept, from wherever it stands, and writes its outputs from their start.
 */
public final class WorkOnRun {

  private final Terminal terminal;
  private final Reporting reporting;
  private final OpenedStore store;

  public WorkOnRun(Terminal terminal, Reporting reporting, OpenedStore store) {
    this.terminal = terminal;
    this.reporting = reporting;
    this.store = store;
  }

  /**
   * A run, and what it was begun with.
   *
   * @param id under which it is kept
   * @param task what is to be done
   * @param notes that are kept if it is new
   * @param sources opened and closed by the caller
   */
  public record Known(RunId id, Task task, Notes notes, Sources sources) {}

  /** How a run ended, or was left. */
  private record End(int code, RunState state, Optional<RunProgress.Steps> steps) {}

  /**
   * Works until the run has ended or is left.
   *
   * @param list read while the store does not have all of it; not closed here
   * @return the exit code
   */
  public int work(Known run, InputList list) {
    Delivery delivery =
        run.task().outputs().openOrPrint(run.sources().context().language(), terminal);
    End end;
    try (delivery) {
      list.rejected().finish();
      end = workOrBreakOff(run, list, delivery);
      if (end.state().isEnded()) {
        delivery.finish();
      }
    }
    int code = report(run.id(), end, delivery, list);
    return Torn.exitCode(code, list.breakOff(), run.task().list(), terminal.err());
  }

  private End workOrBreakOff(Known run, InputList list, Delivery delivery) {
    try {
      return work(run, list, delivery);
    } catch (RunException | PortException e) {
      terminal.err().println("prospector: " + e.getMessage());
      return new End(ExitCode.INTERNAL_ERROR, RunState.RUNNING, Optional.empty());
    }
  }

  private End work(Known known, InputList list, Delivery delivery) {
    known.sources().use(store.cache(), store.runs().limits());
    try (OpenLookUps lookUps =
        store.lookUps(known.id(), known.task().settings(), known.sources(), terminal)) {
      Prospector prospector =
          lookUps
              .on(store.prospector(known.task().settings().model(), terminal))
              .businessContext(known.sources().context())
              .pages(known.sources().pages())
              .build();
      return work(prospector, known, list, delivery);
    }
  }

  private End work(Prospector prospector, Known known, InputList list, Delivery delivery) {
    RunSettings settings = known.task().settings();
    RunOptions options =
        settings
            .options()
            .withId(known.id())
            .withNotes(known.notes().values())
            .withExpectedLeads(list.leads());
    PrintStream err = terminal.err();
    ProgressView view = ProgressView.of(reporting.progress(), terminal, Optional.of(known.id()));
    try (Run run = prospector.start(store.pipeline(settings.pipeline()), list.iterator(), options);
        Interruption interruption = Interruption.leaving(run, err, store.howToGoOn(known.id()));
        ProgressTicker ticker = ProgressTicker.of(run, view);
        Stream<LeadResult> results = run.results()) {
      reporting.note(err, "run " + known.id() + " in " + store.address());
      ticker.start();
      delivery.deliver(results.iterator(), run::close);
      int code = interruption.happened() ? interruption.exitCode() : ExitCode.DONE;
      return new End(code, run.state(), Optional.of(run.progress().steps()));
    }
  }

  private int report(RunId id, End end, Delivery delivery, InputList list) {
    PrintStream err = terminal.err();
    int code = delivery.exitCode(end.code(), err);
    if (!reporting.quiet()) {
      list.rejected().print(err);
      delivery.summary().print(err, list.foldedRows());
      delivery.summary().printSpending(err, store.spent(id));
      end.steps().ifPresent(steps -> delivery.summary().printSteps(err, steps));
    }
    if (!end.state().isEnded()) {
      err.println("The run has not ended. " + store.howToGoOn(id).stripTrailing());
      return code;
    }
    if (end.state() != RunState.COMPLETED) {
      err.println("The run was ended before all its leads had their turn: " + end.state());
      return code == ExitCode.DONE || code == ExitCode.PARTLY ? ExitCode.NOT_ALL_LEADS : code;
    }
    if (delivery.summary().failed() > 0) {
      reporting.note(err, "Try those that failed again with:");
      reporting.note(err, "  " + store.command("retry-errors", id));
    }
    return code;
  }
}
