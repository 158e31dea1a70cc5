package dev.prospector.cli.stored;

import dev.prospector.cli.model.ModelSettings;
import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.cli.progress.Reporting;
import dev.prospector.cli.run.InputList;
import dev.prospector.cli.run.RunSettings;
import dev.prospector.cli.run.SeparateFiles;
import dev.prospector.cli.run.Sources;
import dev.prospector.cli.run.Task;
import dev.prospector.cli.terminal.ExitCode;
import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Goes on with a run that is kept, by what its notes say. */
public final class ResumeRun {

  /** Goes on with a run of another kind than over a list. */
  @FunctionalInterface
  public interface Continuation {

    /**
     * Works on it.
     *
     * @return the exit code; empty if it is of no such kind
     */
    OptionalInt work(WorkOnRun.Known run);
  }

  private final Terminal terminal;
  private final Reporting reporting;
  private final OpenedStore store;
  private final Continuation continuation;
  private final Optional<ModelSettings> other;

  /**
   * Goes on with runs of a store.
   *
   * @param continuation is offered each run before it is taken for one over a list
   */
  public ResumeRun(
      Terminal terminal, Reporting reporting, OpenedStore store, Continuation continuation) {
    this(terminal, reporting, store, continuation, Optional.empty());
  }

  private ResumeRun(
      Terminal terminal,
      Reporting reporting,
      OpenedStore store,
      Continuation continuation,
      Optional<ModelSettings> other) {
    this.continuation = continuation;
    this.terminal = terminal;
    this.reporting = reporting;
    this.store = store;
    this.other = other;
  }

  /** Returns this with other models and limits than the run was begun with. */
  public ResumeRun withModel(ModelSettings model) {
    return new ResumeRun(terminal, reporting, store, continuation, Optional.of(model));
  }

  /**
   * Goes on with it; of a run that is over, only writes the outputs again.
   *
   * @param concurrency another one than it was begun with
   * @return the exit code
   */
  public int resume(StoredRun run, OptionalInt concurrency) {
    Notes notes = notes(run);
    Task noted = notes.task(run.pipeline());
    Task asked = other.map(noted::withModel).orElse(noted);
    Task task = concurrency.isPresent() ? asked.withConcurrency(concurrency.getAsInt()) : asked;
    SeparateFiles.require(task, notes.rejected(), store.address().file().stream().toList());
    Optional<OutputLock> held = OutputLock.find(task.outputs().locked(notes.rejected()));
    if (held.isEmpty()) {
      return leaveToOther(run);
    }
    try (OutputLock lock = held.get()) {
      return isOver(run) ? writeAgain(run, task) : goOn(run, task, notes);
    }
  }

  /**
   * Lets the failed leads wait again, and goes on with the run.
   *
   * @return the exit code
   */
  public int retryErrors(StoredRun run) {
    if (run.wish() == RunState.CANCELLED) {
      throw new InputException(
          "run " + run.id() + " was cancelled and stays so: begin a new run with 'enrich'");
    }
    if (run.leads().failed() == 0) {
      reporting.note(terminal.err(), "run " + run.id() + " has no lead that failed");
      return ExitCode.DONE;
    }
    requireInputs(run, notes(run));
    long waiting = store.runs().retryFailed(Tenant.DEFAULT, run.id());
    reporting.note(terminal.err(), waiting + " leads are tried again");
    return resume(store.run(run.id().value()), OptionalInt.empty());
  }

  static boolean isOver(StoredRun run) {
    return run.state() == RunState.COMPLETED || run.wish() == RunState.CANCELLED;
  }

  private static Notes notes(StoredRun run) {
    return Notes.in(run)
        .orElseThrow(
            () ->
                new InputException(
                    "run "
                        + run.id()
                        + " was not begun by this program, so only its own host can go on with it;"
                        + " 'export' writes what it found out"));
  }

  /** Refuses a run that cannot be gone on with because of what lies beside it now. */
  private static void requireInputs(StoredRun run, Notes notes) {
    List<String> changes = new ArrayList<>();
    if (!run.leads().complete()) {
      notes.list().change().ifPresent(changes::add);
    }
    notes.context().flatMap(KeptFile::change).ifPresent(changes::add);
    if (!changes.isEmpty()) {
      throw changed(run, changes);
    }
  }

  private int leaveToOther(StoredRun run) {
    if (!run.state().isEnded()) {
      store.runs().steer(Tenant.DEFAULT, run.id(), RunState.RUNNING);
    }
    reporting.note(
        terminal.err(),
        "run " + run.id() + " goes on in another process, which also writes its outputs");
    return ExitCode.DONE;
  }

  private int writeAgain(StoredRun run, Task task) {
    reporting.note(
        terminal.err(), "run " + run.id() + " is over: its outputs are written once more");
    return new WriteResults(terminal, reporting, store)
        .write(run, task.outputs(), RunSettings.language(language(task)));
  }

  private static String language(Task task) {
    return task.settings().language().orElseThrow();
  }

  private int goOn(StoredRun run, Task task, Notes notes) {
    store.pipeline(run.pipeline());
    task.settings().check();
    requireInputs(run, notes);
    other.ifPresent(model -> changeModel(run, notes, model));
    try (Sources sources = Sources.of(task, text -> {})) {
      Optional<String> version = sources.archive().map(archive -> archive.identity());
      if (!version.equals(notes.pagesVersion())) {
        throw changed(run, List.of("the archive " + notes.pages().orElseThrow() + " has changed"));
      }
      WorkOnRun.Known known = new WorkOnRun.Known(run.id(), task, notes, sources);
      OptionalInt done = continuation.work(known);
      return done.isPresent() ? done.getAsInt() : overList(run, known);
    }
  }

  private int overList(StoredRun run, WorkOnRun.Known known) {
    try (InputList list = list(run, known.task(), known.notes())) {
      return new WorkOnRun(terminal, reporting, store).work(known, list);
    }
  }

  /** What is chosen last is kept, so that a later command goes on with it. */
  private void changeModel(StoredRun run, Notes notes, ModelSettings model) {
    RunsAgain.of(store.pipeline(run.pipeline()), model, notes.model())
        .ifPresent(text -> reporting.note(terminal.err(), text));
    store.runs().note(Tenant.DEFAULT, run.id(), notes.withModel(model).values());
  }

  private InputList list(StoredRun run, Task task, Notes notes) {
    Optional<String> change = run.leads().complete() ? notes.list().change() : Optional.empty();
    if (change.isPresent()) {
      reporting.note(
          terminal.err(), change.get() + "; all its leads are in the store, so it is not needed");
      return InputList.accepted(run.leads().accepted());
    }
    return InputList.open(task, RejectedRows.in(notes.rejected()));
  }

  private static InputException changed(StoredRun run, List<String> changes) {
    return new InputException(
        "run "
            + run.id()
            + " can only go on with what it was begun with: "
            + String.join("; ", changes)
            + ". Put it back, or begin a new run with 'enrich': what does not depend on the change"
            + " is not done again");
  }
}
