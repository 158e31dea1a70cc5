package dev.prospector.benchmark.machines;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: see {@code docs/machines.md}. */
@Command(
    name = "machines",
    description = "Runs spread over several processes.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PeersCommand.class,
      ContenderCommand.class,
      ScaleCommand.class,
      KillsCommand.class,
      WorkerCommand.class
    })
public final class Main {

  private Main() {}

  /** Exit status 0 when everything ran and held, 1 otherwise, 2 when called wrongly. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
