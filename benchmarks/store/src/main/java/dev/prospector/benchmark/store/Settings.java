package dev.prospector.benchmark.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line.
 *
 * @param steps how many steps 64 writers keep per contender and round; one writer keeps an eighth
 * @param rounds how many rounds are run; the first is warm-up and not reported
 * @param only parts of groups' names, lower case; empty means everything runs
 * @param folder where the databases lie, a new temporary folder if not given
 * @param out where the figures go as JSON, if anywhere
 */
record Settings(
    int steps, int rounds, List<String> only, Optional<Path> folder, Optional<Path> out) {

  static final String USAGE =
      "usage: store [--steps N, at least 128] [--rounds N, at least 2] [--only PART_OF_NAME]..."
          + " [--folder FOLDER] [--out FILE]";

  Settings {
    only = List.copyOf(only);
  }

  /** The settings, or empty when they cannot be understood. */
  static Optional<Settings> parse(String[] args) {
    Settings settings = new Settings(32_000, 6, List.of(), Optional.empty(), Optional.empty());
    if (args.length % 2 != 0) {
      return Optional.empty();
    }
    try {
      for (int i = 0; i < args.length; i += 2) {
        settings = settings.with(args[i], args[i + 1]);
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return settings.steps >= 128 && settings.rounds > 1 ? Optional.of(settings) : Optional.empty();
  }

  /** Whether {@code --only} lets this one run. */
  boolean wants(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return only.isEmpty() || only.stream().anyMatch(lower::contains);
  }

  private Settings with(String option, String value) {
    return switch (option) {
      case "--steps" -> new Settings(Integer.parseInt(value), rounds, only, folder, out);
      case "--rounds" -> new Settings(steps, Integer.parseInt(value), only, folder, out);
      case "--only" -> new Settings(steps, rounds, with(only, value), folder, out);
      case "--folder" -> new Settings(steps, rounds, only, Optional.of(Path.of(value)), out);
      case "--out" -> new Settings(steps, rounds, only, folder, Optional.of(Path.of(value)));
      default -> throw new IllegalArgumentException(option);
    };
  }

  private static List<String> with(List<String> only, String part) {
    return Stream.concat(only.stream(), Stream.of(part.toLowerCase(Locale.ROOT))).toList();
  }
}
