package dev.prospector.cli;

import dev.prospector.cli.terminal.Terminal;
import java.nio.file.Path;

/** The program with a key for every provider in its environment. */
final class KeyedProgram {

  static final String KEY = "sk-canary-4417";

  private KeyedProgram() {}

  public static void main(String[] arguments) {
    Terminal terminal =
        new Terminal(
            System.out,
            System.err,
            false,
            Path.of("").toAbsolutePath(),
            name -> name.endsWith("_API_KEY") ? KEY : null);
    int code = Cli.run(terminal, arguments);
    terminal.flush();
    System.exit(code);
  }
}
