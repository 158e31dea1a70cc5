package dev.prospector.benchmark.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line.
 *
 * @param leads how many leads each contender processes per round
 * @param rounds how many rounds are run; the first is warm-up and not reported
 * @param only parts of names, lower case; empty means everything runs
 * @param out where the figures go as JSON, if anywhere
 */
record Settings(int leads, int rounds, List<String> only, Optional<Path> out) {

  static final String USAGE =
      "usage: engine [--leads N] [--rounds N, at least 2] [--only PART_OF_NAME]... [--out FILE]";

  Settings {
    only = List.copyOf(only);
  }

  /** The settings, or empty when they cannot be understood. */
  static Optional<Settings> parse(String[] args) {
    Settings settings = new Settings(10_000, 4, List.of(), Optional.empty());
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
    return settings.leads > 0 && settings.rounds > 1 ? Optional.of(settings) : Optional.empty();
  }

  /** Whether {@code --only} lets this one run. */
  boolean wants(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return only.isEmpty() || only.stream().anyMatch(lower::contains);
  }

  private Settings with(String option, String value) {
    return switch (option) {
      case "--leads" -> new Settings(Integer.parseInt(value), rounds, only, out);
      case "--rounds" -> new Settings(leads, Integer.parseInt(value), only, out);
      case "--only" -> new Settings(leads, rounds, with(only, value), out);
      case "--out" -> new Settings(leads, rounds, only, Optional.of(Path.of(value)));
      default -> throw new IllegalArgumentException(option);
    };
  }

  private static List<String> with(List<String> only, String part) {
    return Stream.concat(only.stream(), Stream.of(part.toLowerCase(Locale.ROOT))).toList();
  }
}
