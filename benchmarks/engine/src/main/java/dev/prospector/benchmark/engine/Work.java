package dev.prospector.benchmark.engine;

import java.util.concurrent.atomic.LongAdder;

/** What every agent of every contender does: next to nothing, counted. */
final class Work {

  static final int AGENTS = 16;

  private static final LongAdder STEPS = new LongAdder();
  private static final String[] KEYS = keys();

  private Work() {}

  /** Counts one executed step and returns the value that the agent writes. */
  static String step() {
    STEPS.increment();
    return "v";
  }

  /** Steps executed since the program started. */
  static long steps() {
    return STEPS.sum();
  }

  /** The key under which agent {@code index} writes, made once so that no contender pays for it. */
  static String key(int index) {
    return KEYS[index];
  }

  private static String[] keys() {
    String[] keys = new String[AGENTS];
    for (int i = 0; i < AGENTS; i++) {
      keys[i] = "k" + i;
    }
    return keys;
  }
}
