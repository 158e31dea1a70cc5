package dev.prospector.agents.page.layout;

/** What a line says for or against the element around it being the main content. */
final class LineValue {

  /** Shorter lines are rarely sentences. */
  private static final int SHORT = 40;

  private LineValue() {}

  /** Returns the length of prose, or a negative number for links and short lines. */
  static double of(Line line) {
    int plain = line.plainChars();
    if (line.mostlyLinks()) {
      return -30;
    }
    if (plain < SHORT) {
      return line.heading() ? 0 : -10;
    }
    return plain;
  }
}
