package dev.prospector.cli;

import dev.prospector.store.StoredRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which run a command is about, and where it is kept. */
final class RunIdParameter {

  @Parameters(paramLabel = "ID", description = "The run's id; 'runs' lists them.")
  private String id = "";

  @Mixin private StoreOption store = new StoreOption();

  OpenedStore open(Terminal terminal) {
    return store.open(terminal);
  }

  StoredRun in(OpenedStore opened) {
    return opened.run(id);
  }
}
