package dev.prospector.benchmark.machines;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every contender in every round, each in a fresh virtual machine, on one server. */
@Command(
    name = "peers",
    description = "Steps by second beside db-scheduler alone and DBOS Transact, on one server.")
final class PeersCommand implements Callable<Integer> {

  @Option(names = "--leads", description = "Leads per contender and round (${DEFAULT-VALUE}).")
  private int leads = 5_000;

  @Option(names = "--rounds", description = "Rounds, of which the median counts.")
  private int rounds = 3;

  @Option(names = "--threads", description = "Leads at a time (${DEFAULT-VALUE}).")
  private int threads = 256;

  @Option(names = "--only", description = "Contenders to run: ${COMPLETION-CANDIDATES}.")
  private List<Kind> only = Arrays.asList(Kind.values());

  @Option(names = "--jvm", description = "Further options for the virtual machines.")
  private List<String> options = List.of("-Xmx1g", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  @Override
  public Integer call() throws Exception {
    Map<Kind, List<Round>> results = new EnumMap<>(Kind.class);
    File errors = File.createTempFile("contenders", ".log");
    try (PostgresServer server = PostgresServer.start()) {
      System.out.printf(
          Locale.ROOT,
          "JDK %s, PostgreSQL %s, %d processors, %,d leads of %d steps, %d leads at a time%n",
          Runtime.version(),
          server.version(),
          Runtime.getRuntime().availableProcessors(),
          leads,
          Work.STEPS,
          threads);
      for (int round = 0; round < rounds; round++) {
        for (Kind kind : only) {
          Round measured = measure(server, kind, errors);
          results.computeIfAbsent(kind, k -> new ArrayList<>()).add(measured);
        }
      }
    }
    print(results);
    return 0;
  }

  private Round measure(PostgresServer server, Kind kind, File errors) throws Exception {
    String url = server.fresh("contender");
    Process process =
        Jvm.start(
            options,
            errors,
            "contender",
            "--kind=" + kind,
            "--url=" + url,
            "--leads=" + leads,
            "--threads=" + threads);
    Optional<Round> round;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      // To the end of its output, which is its own end.
      round = lines.lines().filter(Round::isLine).map(Round::parse).reduce((first, last) -> last);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    server.drop("contender");
    return round.orElseThrow(() -> new IOException(kind + " failed, see " + errors));
  }

  private static void print(Map<Kind, List<Round>> results) {
    System.out.printf(
        Locale.ROOT, "%-48s %10s %10s %10s %10s%n", "", "steps/s", "slowest", "fastest", "CPU us");
    results.forEach(
        (kind, measured) ->
            System.out.printf(
                Locale.ROOT,
                "%-48s %,10.0f %,10.0f %,10.0f %10.1f%n",
                kind.title(),
                Medians.of(measured.stream().mapToDouble(Round::stepsPerSecond)),
                speeds(measured).min().orElseThrow(),
                speeds(measured).max().orElseThrow(),
                Medians.of(measured.stream().mapToDouble(Round::cpuMicrosPerStep))));
  }

  private static DoubleStream speeds(List<Round> measured) {
    return measured.stream().mapToDouble(Round::stepsPerSecond);
  }
}
