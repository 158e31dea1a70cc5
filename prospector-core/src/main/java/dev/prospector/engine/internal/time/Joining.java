package dev.prospector.engine.internal.time;

import dev.prospector.run.Threads;
import org.jspecify.annotations.Nullable;

/** Waits uninterruptibly for work of ours to end; interrupts are kept for the caller. */
public final class Joining {

  private Joining() {}

  public static void uninterruptibly(Threads.@Nullable Background work) {
    if (work == null) {
      return;
    }
    boolean interrupted = false;
    boolean joined = false;
    while (!joined) {
      try {
        work.join();
        joined = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
