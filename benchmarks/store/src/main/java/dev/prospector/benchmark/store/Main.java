package dev.prospector.benchmark.store;

import dev.prospector.benchmark.flush.Flush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures the journal beside raw JDBC and prints the table; or shows what is on the disk. */
public final class Main {

  private static final int ONE_OF = 8;
  private static final int MANY = 64;

  private Main() {}

  /** Exit status 0 when everything ran, 1 when a contender failed, 2 when called wrongly. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && !args[0].startsWith("--")) {
      Flush.main(args);
      return;
    }
    Optional<Settings> settings = Settings.parse(args);
    if (settings.isEmpty()) {
      System.err.println(Settings.USAGE);
      System.exit(2);
    }
    Path folder = settings.get().folder().orElse(null);
    if (folder != null) {
      run(settings.get(), folder);
      return;
    }
    Path temporary = Files.createTempDirectory("store-benchmark");
    try {
      run(settings.get(), temporary);
    } finally {
      delete(temporary);
    }
  }

  private static void run(Settings settings, Path folder) throws Exception {
    try (Databank sqlite = new SqliteFile(folder);
        Databank postgresql = new PostgresqlServer(folder)) {
      List<Contender> contenders = new ArrayList<>();
      for (Databank databank : List.of(sqlite, postgresql)) {
        contenders.addAll(journals(databank, settings.steps()));
      }
      contenders.removeIf(contender -> !settings.wants(contender.group()));
      List<String> databases =
          List.of("SQLite: " + sqlite.settings(), "PostgreSQL: " + postgresql.settings());
      Report report =
          new Report(settings, databases, new SideBySide(settings.rounds()).run(contenders));
      System.out.print(report.table());
      if (settings.out().isPresent()) {
        ReportFile.write(report, settings.out().orElseThrow());
      }
    }
  }

  private static List<Contender> journals(Databank databank, int steps) {
    List<Contender> contenders = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      contenders.add(new RawContender(databank, 1, shape, steps / ONE_OF, false));
      contenders.add(new RawContender(databank, 1, shape, steps / ONE_OF, true));
      contenders.add(new JournalContender(databank, 1, shape, steps / ONE_OF));
      contenders.add(new RawContender(databank, MANY, shape, steps, true));
      contenders.add(new JournalContender(databank, MANY, shape, steps));
    }
    for (EngineContender.Kept kept : EngineContender.Kept.values()) {
      contenders.add(new EngineContender(databank, steps, kept));
    }
    return contenders;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
