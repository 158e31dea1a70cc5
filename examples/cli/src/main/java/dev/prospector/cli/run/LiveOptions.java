package dev.prospector.cli.run;

import dev.prospector.cli.lookup.WrittenTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the live web is read, as it is said on the command line. */
public final class LiveOptions {

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Where owners of sites can complain: every request bears it. Required for more than 50"
              + " hosts of the live web.")
  private @Nullable String contact;

  @Option(
      names = "--allow",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "A host and port of the inner network that may be read.")
  private List<String> allowed = List.of();

  @Option(
      names = "--delay-of-allowed",
      paramLabel = "TIME",
      description =
          "The least time between two requests to such a host, such as 200ms; default: 1s, as for"
              + " all hosts.")
  private @Nullable String delay;

  @Option(
      names = "--max-age",
      paramLabel = "TIME",
      defaultValue = "7d",
      description =
          "With --store: how old a page may be that an earlier run read; its host is asked whether"
              + " an older one has changed. Default: ${DEFAULT-VALUE}.")
  private String maxAge = "7d";

  /**
   * Returns how the live web is read.
   *
   * @param record where every exchange is kept
   */
  public LiveReading reading(Optional<Path> record) {
    return new LiveReading(
        Optional.ofNullable(contact),
        allowed,
        record,
        Optional.ofNullable(delay).map(WrittenTime::read),
        WrittenTime.read(maxAge));
  }
}
