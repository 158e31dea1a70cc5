package dev.prospector.cli.progress;

import dev.prospector.run.RunProgress;
import java.time.Duration;

/** Shows nothing. */
final class NoProgress implements ProgressView {

  @Override
  public void show(RunProgress progress) {}

  @Override
  public void end(RunProgress progress) {}

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }
}
