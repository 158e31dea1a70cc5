package dev.prospector.engine.internal.limit;

import org.jspecify.annotations.Nullable;

/** Lets so many use something at a time; the others wait in its queue, in the order they came. */
interface Limiter {

  /** Takes a permit, or puts the admission in the queue; returns whether it was taken. */
  boolean take(Admission admission);

  /** Gives a permit back, and returns who has it now; null if none waits. */
  @Nullable Admission giveBack();

  /** Takes an admission out of the queue; false if it does not wait there. */
  boolean leave(Admission admission);
}
