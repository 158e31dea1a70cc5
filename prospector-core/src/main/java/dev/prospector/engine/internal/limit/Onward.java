package dev.prospector.engine.internal.limit;

import org.jspecify.annotations.Nullable;

/** Work that may begin. */
@FunctionalInterface
public interface Onward {

  /** Does it, and returns what may begin next on the same thread; null if nothing may. */
  @Nullable Onward go();
}
