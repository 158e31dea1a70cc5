package dev.prospector.cli.progress;

import java.io.PrintStream;
import picocli.CommandLine.Option;

/** How a run is shown on standard error. */
public final class Reporting {

  @Option(
      names = "--progress",
      paramLabel = "auto|plain|json|none",
      defaultValue = "auto",
      description = "How progress is shown; auto is a bar on a terminal, else lines.")
  private ProgressStyle progress = ProgressStyle.AUTO;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  /** Returns how a run is shown that a command makes for itself. */
  public static Reporting silent() {
    Reporting reporting = new Reporting();
    reporting.quiet = true;
    return reporting;
  }

  public ProgressStyle progress() {
    return quiet ? ProgressStyle.NONE : progress;
  }

  public boolean quiet() {
    return quiet;
  }

  /** Says something that is no error. */
  public void note(PrintStream err, String text) {
    if (!quiet) {
      err.println(text);
    }
  }
}
