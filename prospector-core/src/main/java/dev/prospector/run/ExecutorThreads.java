package dev.prospector.run;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/** Steps on threads of the host; what goes on beside them has threads of its own. */
final class ExecutorThreads implements Threads {

  private final Executor executor;

  ExecutorThreads(Executor executor) {
    this.executor = Objects.requireNonNull(executor);
  }

  @Override
  public Workers workers(String name, int leads, int stepsEach) {
    return new Workers() {
      @Override
      public void execute(Runnable work) {
        executor.execute(work);
      }

      @Override
      public void close() {
        // It is the host's.
      }
    };
  }

  @Override
  public Background background(String name, Runnable work) {
    return PlatformThreads.INSTANCE.background(name, work);
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    return PlatformThreads.INSTANCE.every(pause, name, work);
  }

  @Override
  public long nanoTime() {
    return PlatformThreads.INSTANCE.nanoTime();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    PlatformThreads.INSTANCE.sleep(time);
  }
}
