package dev.prospector.cli;

import dev.prospector.pipeline.RunProgress;
import java.io.PrintStream;
import java.time.Duration;

/** Shows how far a run has come. Used by one thread at a time. */
interface ProgressView extends AutoCloseable {

  /** Shows the present state. */
  void show(RunProgress progress);

  /** Shows the last state, and ends. */
  void end(RunProgress progress);

  @Override
  default void close() {}

  /** Returns how often to show. */
  Duration every();

  static ProgressView of(ProgressStyle style, Terminal terminal) {
    PrintStream err = terminal.err();
    return switch (style) {
      case AUTO -> terminal.interactive() ? new ProgressBarView(err) : new ProgressLines(err);
      case PLAIN -> new ProgressLines(err);
      case JSON -> new ProgressJson(err);
      case NONE -> new NoProgress();
    };
  }
}
