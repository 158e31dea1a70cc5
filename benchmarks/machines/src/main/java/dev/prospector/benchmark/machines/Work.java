package dev.prospector.benchmark.machines;

import java.util.concurrent.atomic.AtomicLong;

/** What every contender does at each step: count, and give a text of 2,000 characters. */
final class Work {

  /** As many steps as every lead passes. */
  static final int STEPS = 16;

  /** Characters of what a step gives. */
  static final int LENGTH = 2_000;

  private static final String RESULT = "x".repeat(LENGTH);
  private static final AtomicLong DONE = new AtomicLong();

  private Work() {}

  static String step() {
    DONE.incrementAndGet();
    return RESULT;
  }

  /** Returns how many steps were executed in this process. */
  static long done() {
    return DONE.get();
  }
}
