package dev.prospector.cli.stored;

import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.InputList;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.run.Workshop;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.event.RunId;
import dev.prospector.store.StoredRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Begins a run that is kept, or goes on with the one of its id, if that is of the same task. */
public final class BeginRun {

  private final Terminal terminal;
  private final Reporting reporting;
  private final Workshop workshop;

  public BeginRun(Terminal terminal, Reporting reporting, Workshop workshop) {
    this.terminal = terminal;
    this.reporting = reporting;
    this.workshop = workshop;
  }

  /**
   * Begins it. Everything that is read is opened before the store, so that a slip in a name leaves
   * neither a store nor a run behind.
   *
   * @return the exit code
   */
  public int begin(Task given, StoreAddress address, Optional<RunId> id) {
    Task task = given.absolute();
    Path rejected = task.outputs().rejected(task.list(), terminal.folder()).toAbsolutePath();
    task.rows().settings();
    try (OutputLock lock = OutputLock.take(task.outputs().locked(rejected));
        Sources sources = Sources.of(task, text -> reporting.note(terminal.err(), text))) {
      Notes notes = Notes.of(task, sources, rejected);
      try (InputList list = InputList.open(task, RejectedRows.in(rejected));
          OpenedStore store = OpenedStore.openOrMake(address, workshop)) {
        RunId run = id.orElseGet(FreshRunId::draw);
        store.find(run).ifPresent(there -> requireSame(there, task, notes));
        return new WorkOnRun(terminal, reporting, store)
            .work(new WorkOnRun.Known(run, task, notes, sources), list);
      }
    }
  }

  /**
   * Refuses a task under the id of a run of another one.
   *
   * @throws InputException naming what is another
   */
  public static void requireSame(StoredRun there, Task task, Notes notes) {
    List<String> differences =
        Notes.in(there).map(notes::differences).orElse(List.of("the program that began it"));
    if (!there.pipeline().equals(task.settings().pipeline())) {
      differences = List.of("pipeline " + there.pipeline());
    }
    if (!differences.isEmpty()) {
      throw new InputException(
          "run "
              + there.id()
              + " is there already, with another "
              + String.join(", ", differences)
              + ": choose another --run-id, or go on with it by 'resume "
              + there.id()
              + "'");
    }
  }
}
