package dev.prospector.testkit;

import dev.prospector.run.Threads;
import java.time.Duration;

/** Threads of the platform; who extends it changes some of what they do. */
public abstract class PlatformLikeThreads implements Threads {

  private final Threads platform = Threads.platform();

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
  public void sleep(Duration time) throws InterruptedException {
    platform.sleep(time);
  }
}
