package dev.prospector.testkit;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Threads of the platform that never sleep: where the engine would, something else is done, such as
 * moving a clock on.
 */
public final class SleeplessThreads extends PlatformLikeThreads {

  private final Consumer<Duration> instead;

  /** Creates threads that do something in the place of a sleep, and are told its length. */
  public SleeplessThreads(Consumer<Duration> instead) {
    this.instead = Objects.requireNonNull(instead);
  }

  @Override
  public void sleep(Duration time) {
    instead.accept(time);
  }
}
