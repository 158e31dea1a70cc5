package dev.prospector.agents.internal;

import dev.prospector.error.InterruptedWorkException;

/** Looks whether the thread was interrupted, in work that cannot throw a checked exception. */
public final class Interruption {

  private Interruption() {}

  /**
   * Does nothing unless the thread was interrupted; leaves its flag as it is.
   *
   * @param what is being done, such as "reading a page"
   */
  public static void check(String what) {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedWorkException("interrupted while " + what);
    }
  }
}
