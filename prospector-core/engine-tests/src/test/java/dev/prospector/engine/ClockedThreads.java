package dev.prospector.engine;

import dev.prospector.testkit.PlatformLikeThreads;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;

/** Threads of the platform whose time a test moves on, and whose repetitions it can wait for. */
final class ClockedThreads extends PlatformLikeThreads {
  private final AtomicLong ahead = new AtomicLong();
  private final Phaser repetitions = new Phaser(1);

  void moveOn(Duration time) {
    ahead.addAndGet(time.toNanos());
  }

  /** Waits until everything that is done again and again was begun anew and done. */
  void awaitRepetitions() throws InterruptedException {
    int next = repetitions.awaitAdvanceInterruptibly(repetitions.getPhase());
    int unused = repetitions.awaitAdvanceInterruptibly(next);
  }

  @Override
  public Background every(Duration pause, String name, Runnable work) {
    return super.every(
        pause,
        name,
        () -> {
          work.run();
          int unused = repetitions.arrive();
        });
  }

  @Override
  public long nanoTime() {
    return super.nanoTime() + ahead.get();
  }
}
