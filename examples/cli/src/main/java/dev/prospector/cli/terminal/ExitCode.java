package dev.prospector.cli.terminal;

/** What the program's exit codes mean. */
public final class ExitCode {

  /** Done. */
  public static final int DONE = 0;

  /** The program itself, or a store is at fault, or no output could be written. */
  public static final int INTERNAL_ERROR = 1;

  /** What was asked for is not understood, or a file cannot be read. */
  public static final int USAGE = 2;

  /** Done in part: leads failed, an output did, or the list breaks off. */
  public static final int PARTLY = 3;

  /** What there is was written, but not all leads had their turn: the run was ended, or goes on. */
  public static final int NOT_ALL_LEADS = 4;

  /** Added to the number of the signal that ended the run, as shells do. */
  public static final int SIGNAL = 128;

  private ExitCode() {}
}
