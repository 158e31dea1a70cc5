package dev.prospector.cli.progress;

import dev.prospector.run.RunProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows progress as a line of text every few seconds, for logs. */
final class ProgressLines implements ProgressView {

  private final PrintStream err;

  ProgressLines(PrintStream err) {
    this.err = err;
  }

  @Override
  public void show(RunProgress progress) {
    err.println(line(progress));
  }

  @Override
  public void end(RunProgress progress) {}

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  static String line(RunProgress progress) {
    StringBuilder line = new StringBuilder();
    line.append(progress.leads().ended());
    progress.expected().ifPresent(expected -> line.append(" of ").append(expected));
    line.append(" leads");
    if (progress.leads().failed() > 0) {
      line.append(", ").append(progress.leads().failed()).append(" failed");
    }
    line.append(String.format(Locale.ROOT, ", %.1f a second", progress.leadsPerSecond()));
    progress.timeLeft().ifPresent(left -> line.append(", ").append(text(left)).append(" left"));
    return line.toString();
  }

  static String text(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
