package dev.prospector.simulation;

import dev.prospector.testkit.PlatformLikeThreads;
import java.time.Duration;

/** Real threads whose periodic work repeats sooner, to keep tests short. */
final class HastyThreads extends PlatformLikeThreads {
  private static final int FACTOR = 100;

  @Override
  public Workers workers(String name, int leads, int stepsEach) {
    Workers workers = super.workers(name, leads, stepsEach);
    return new Workers() {
      @Override
      public void execute(Runnable work) {
        workers.execute(dying(work));
      }

      @Override
      public void close() {
        workers.close();
      }
    };
  }

  @Override
  public Background background(String name, Runnable work) {
    return super.background(name, dying(work));
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    return super.every(pause.dividedBy(FACTOR), name, dying(work));
  }

  /** A thread of a dead process dies without a word. */
  private static Runnable dying(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (CrashPoints.Crash e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    super.sleep(time.dividedBy(FACTOR));
  }
}
