package dev.prospector.cli.terminal;

/** What the program's exit codes mean. */
public final class ExitCode {

  /** Done. */
  public static final int DONE = 0;

  /** The program itself, a store or an output is at fault. */
  public static final int INTERNAL_ERROR = 1;

  /** What was asked for is not understood, or a file cannot be read. */
  public static final int USAGE = 2;

  /** Done, but leads failed. */
  public static final int FAILED_LEADS = 3;

  /** What there is was written, but not all leads had their turn: the run was ended, or goes on. */
  public static final int NOT_ALL_LEADS = 4;

  /** Added to the number of the signal that ended the run, as shells do. */
  public static final int SIGNAL = 128;

  private ExitCode() {}
}
