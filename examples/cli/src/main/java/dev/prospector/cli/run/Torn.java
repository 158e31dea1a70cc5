package dev.prospector.cli.run;

import dev.prospector.cli.terminal.ExitCode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Says of a list that breaks off that it does: what lies behind is in no output. */
public final class Torn {

  private Torn() {}

  /**
   * Returns the exit code of a run over a list.
   *
   * @param code of the run alone
   * @param breakOff where and how the list breaks off, if it does
   */
  public static int exitCode(int code, Optional<String> breakOff, Path list, PrintStream err) {
    if (breakOff.isEmpty()) {
      return code;
    }
    err.println(
        "prospector: " + list + " breaks off, and what came behind is missing: " + breakOff.get());
    return code == ExitCode.DONE ? ExitCode.PARTLY : code;
  }
}
