package dev.prospector.cli.progress;

import dev.prospector.run.RunProgress;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows progress as a bar that is drawn anew in its line. */
final class ProgressBarView implements ProgressView {

  private final PrintStream err;
  private final int columns;
  private @Nullable ProgressBar bar;

  /**
   * Creates a view.
   *
   * @param columns of the terminal
   */
  ProgressBarView(PrintStream err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  @Override
  public void show(RunProgress progress) {
    ProgressBar shown = bar == null ? begin(progress) : bar;
    shown.stepTo(progress.leads().ended());
    long failed = progress.leads().failed();
    shown.setExtraMessage(failed == 0 ? "" : failed + " failed");
  }

  @Override
  public void end(RunProgress progress) {
    show(progress);
    close();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(250);
  }

  private ProgressBar begin(RunProgress progress) {
    ProgressBar begun =
        new ProgressBarBuilder()
            .setTaskName("leads")
            .setInitialMax(progress.expected().orElse(-1))
            .setUpdateIntervalMillis(250)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setConsumer(new Line(err, columns))
            .showSpeed()
            .build();
    bar = begun;
    return begun;
  }

  /** Writes the bar without asking a terminal library for its width, which needs native code. */
  private record Line(PrintStream err, int columns) implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public void accept(String rendered) {
      err.print('\r' + rendered);
      err.flush();
    }

    @Override
    public void close() {
      err.println();
    }
  }
}
