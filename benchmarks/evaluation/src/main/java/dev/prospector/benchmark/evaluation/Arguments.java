package dev.prospector.benchmark.evaluation;

import dev.prospector.benchmark.halves.Half;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line: a kind, a folder of data, the half that is measured, where the wrong cases go,
 * if anywhere, and the floors of the table.
 */
record Arguments(String kind, Path data, Half half, @Nullable Path out, @Nullable Path floors) {

  private static final Set<String> OPTIONS = Set.of("--data", "--half", "--out", "--floors");

  static Optional<Arguments> parse(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    Optional<Half> half =
        options.containsKey("--half")
            ? Half.named(options.getOrDefault("--half", ""))
            : Optional.of(Half.BOTH);
    boolean known = args.length % 2 == 1 && OPTIONS.containsAll(options.keySet());
    return !known || half.isEmpty() || !options.containsKey("--data")
        ? Optional.empty()
        : Optional.of(of(args[0], options, half.get()));
  }

  private static Arguments of(String kind, Map<String, String> options, Half half) {
    Path data = Path.of(options.getOrDefault("--data", ""));
    return new Arguments(kind, data, half, path(options, "--out"), path(options, "--floors"));
  }

  private static @Nullable Path path(Map<String, String> options, String name) {
    String given = options.get(name);
    return given == null ? null : Path.of(given);
  }
}
