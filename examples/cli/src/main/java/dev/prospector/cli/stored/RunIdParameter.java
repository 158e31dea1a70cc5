package dev.prospector.cli.stored;

import dev.prospector.cli.terminal.Terminal;
import dev.prospector.store.StoredRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which run a command is about, and where it is kept. */
public final class RunIdParameter {

  @Parameters(paramLabel = "ID", description = "The run's id; 'runs' lists them.")
  private String id = "";

  @Mixin private StoreOption store = new StoreOption();

  public OpenedStore open(Terminal terminal) {
    return store.open(terminal);
  }

  public StoredRun in(OpenedStore opened) {
    return opened.run(id);
  }
}
