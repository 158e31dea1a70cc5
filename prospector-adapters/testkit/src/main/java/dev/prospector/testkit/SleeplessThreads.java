package dev.prospector.testkit;

import dev.prospector.pipeline.Threads;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Threads of the platform that never sleep: where the engine would, something else is done, such as
 * moving a clock on.
 */
public final class SleeplessThreads implements Threads {

  private final Threads platform = Threads.platform();
  private final Consumer<Duration> instead;

  /** Creates threads that do something in the place of a sleep, and are told its length. */
  public SleeplessThreads(Consumer<Duration> instead) {
    this.instead = Objects.requireNonNull(instead);
  }

  @Override
  public Workers workers(String name, int leads, int stepsEach) {
    return platform.workers(name, leads, stepsEach);
  }

  @Override
  public Background background(String name, Runnable work) {
    return platform.background(name, work);
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    return platform.every(pause, name, work);
  }

  @Override
  public long nanoTime() {
    return platform.nanoTime();
  }

  @Override
  public void sleep(Duration time) {
    instead.accept(time);
  }
}
