package dev.prospector.benchmark.store;

import java.util.Locale;

/** What a step gives. */
enum Shape {
  /** A section of two thousand characters. */
  RESULT,
  /** The same, and the text of a page of four thousand. */
  PAGE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
