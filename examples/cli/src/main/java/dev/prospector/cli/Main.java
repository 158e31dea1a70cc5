package dev.prospector.cli;

import dev.prospector.cli.terminal.Terminal;

/** The program {@code prospector}. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    terminal.takeLog();
    int code = Cli.run(terminal, arguments);
    terminal.flush();
    System.exit(code);
  }
}
