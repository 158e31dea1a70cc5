package dev.prospector.cli.progress;

import dev.prospector.cli.terminal.Terminal;
import dev.prospector.event.RunId;
import dev.prospector.run.RunProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Shows how far a run has come. Used by one thread at a time. */
public interface ProgressView extends AutoCloseable {

  /** Shows the present state. */
  void show(RunProgress progress);

  /** Shows the last state, and ends. */
  void end(RunProgress progress);

  @Override
  default void close() {}

  /** Returns how often to show. */
  Duration every();

  /**
   * Returns a view of a style.
   *
   * @param run the id of a run that is kept, by which programs find it again
   */
  static ProgressView of(ProgressStyle style, Terminal terminal, Optional<RunId> run) {
    PrintStream err = terminal.err();
    return switch (style) {
      case AUTO ->
          terminal.interactive()
              ? new ProgressBarView(terminal.drawing(), terminal.columns())
              : new ProgressLines(err);
      case PLAIN -> new ProgressLines(err);
      case JSON -> new ProgressJson(err, run);
      case NONE -> new NoProgress();
    };
  }
}
