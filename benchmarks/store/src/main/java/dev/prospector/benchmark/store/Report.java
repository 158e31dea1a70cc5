package dev.prospector.benchmark.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of one run, as a table for people. */
record Report(Settings settings, List<String> databases, List<Result> results) {

  Report {
    databases = List.copyOf(databases);
    results = List.copyOf(results);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    line(
        table,
        "JDK %s, %d processors, medians of %d rounds after one of warm-up",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        settings.rounds() - 1);
    databases.forEach(database -> line(table, "%s", database));
    line(
        table,
        "%-44s %10s %10s %10s %8s %8s %6s",
        "",
        "steps/s",
        "slowest",
        "fastest",
        "CPU us",
        "server",
        "ratio");
    groups().forEach((group, members) -> group(table, group, members));
    return table.toString();
  }

  private Map<String, List<Result>> groups() {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                r -> r.contender().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private static void group(StringBuilder table, String group, List<Result> members) {
    line(table, "%s", group);
    Optional<Result> best = best(members);
    for (Result result : members) {
      line(
          table,
          "  %-42s %,10.0f %,10.0f %,10.0f %8.1f %8.1f %6s",
          result.contender().name(),
          result.stepsPerSecond(),
          result.slowest(),
          result.fastest(),
          result.median(Round::cpuMicrosPerStep),
          result.median(Round::serverMicrosPerStep),
          best.map(b -> String.format(Locale.ROOT, "%.2f", ratio(result, b))).orElse(""));
    }
  }

  /** The fastest of those by which the others are measured. */
  private static Optional<Result> best(List<Result> members) {
    return members.stream()
        .filter(result -> result.contender().baseline())
        .max(Comparator.comparingDouble(Result::stepsPerSecond));
  }

  private static double ratio(Result result, Result best) {
    return result.stepsPerSecond() / best.stepsPerSecond();
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format + "%n", values));
  }
}
