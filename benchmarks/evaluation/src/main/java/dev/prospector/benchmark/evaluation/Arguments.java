package dev.prospector.benchmark.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command line: a kind, a folder of data, where the wrong cases go, if anywhere, and the floors
 * of the table.
 */
record Arguments(String kind, Path data, @Nullable Path out, @Nullable Path floors) {

  static Optional<Arguments> parse(String[] args) {
    if (args.length != 3 && args.length != 5) {
      return Optional.empty();
    }
    @Nullable Path data = option(args, "--data");
    return data == null
        ? Optional.empty()
        : Optional.of(
            new Arguments(args[0], data, option(args, "--out"), option(args, "--floors")));
  }

  private static @Nullable Path option(String[] args, String name) {
    for (int i = 1; i + 1 < args.length; i += 2) {
      if (args[i].equals(name)) {
        return Path.of(args[i + 1]);
      }
    }
    return null;
  }
}
