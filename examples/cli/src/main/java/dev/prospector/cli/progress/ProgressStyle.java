package dev.prospector.cli.progress;

/** How progress is shown on standard error. */
enum ProgressStyle {
  /** A bar on a terminal, else lines. */
  AUTO,
  /** A line every few seconds. */
  PLAIN,
  /** A JSON object a line, every second. */
  JSON,
  /** Nothing until the end. */
  NONE
}
