package dev.prospector.cli.stored;

import dev.prospector.cli.terminal.Terminal;
import dev.prospector.error.InputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are kept, as it is said on the command line or in the environment. */
public final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      description =
          "Where runs are kept: sqlite:FILE or postgresql://HOST/DATABASE?user=...; else the"
              + " variable "
              + StoreAddress.VARIABLE
              + ", which is the place for an address with a password.")
  private @Nullable String store;

  /** Returns the address, if there is one. */
  public Optional<StoreAddress> address(Terminal terminal) {
    if (store != null) {
      return Optional.of(StoreAddress.of(store, false));
    }
    return Optional.ofNullable(terminal.environment().apply(StoreAddress.VARIABLE))
        .filter(written -> !written.isBlank())
        .map(written -> StoreAddress.of(written.strip(), true));
  }

  /** Returns the address, which has to be given. */
  public StoreAddress required(Terminal terminal) {
    return address(terminal)
        .orElseThrow(
            () ->
                new InputException(
                    "say where runs are kept: --store sqlite:FILE or --store"
                        + " postgresql://HOST/DATABASE, or set "
                        + StoreAddress.VARIABLE));
  }

  /** Opens the store, which has to be there. */
  public OpenedStore open(Terminal terminal) {
    return OpenedStore.existing(required(terminal));
  }
}
