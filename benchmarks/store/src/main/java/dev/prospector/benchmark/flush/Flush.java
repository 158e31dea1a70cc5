package dev.prospector.benchmark.flush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shows on this machine that what is acknowledged is on the disk. */
public final class Flush {

  /** What the recorded program calls its database. */
  static final String DATABASE = "store.db";

  private static final String TOLD = "told";
  private static final int KINDS = Acknowledged.Kind.values().length;
  private static final int WRITERS = 8;

  /** How many bytes of a write are recorded: no more than a word takes, or a page of any size. */
  private static final int WORD = 32;

  private static final int WHOLE = 1 << 17;

  private static final String USAGE =
      """
      usage: store flush sqlite|postgresql [--acknowledgements N]
             store cuts [--acknowledgements N] [--seeds N] [--folder FOLDER]""";

  private final Path folder;
  private final int records;

  private Flush(Path folder, int acknowledgements) {
    this.folder = folder;
    this.records = (acknowledgements + KINDS - 1) / KINDS;
  }

  /** Exit status 0 when everything was found, 1 when something was not, 2 when called wrongly. */
  public static void main(String[] args) throws Exception {
    Optional<Map<String, String>> options = options(args);
    if (options.isEmpty()) {
      System.err.println(USAGE);
      System.exit(2);
    }
    if (!Recording.isPossible()) {
      System.err.println("strace is missing, or not allowed to trace here");
      System.exit(2);
    }
    Map<String, String> given = options.get();
    Path parent = Path.of(given.getOrDefault("--folder", System.getProperty("java.io.tmpdir")));
    Path folder = Files.createTempDirectory(parent, "flush").toRealPath();
    boolean good;
    try {
      int acknowledgements = Integer.parseInt(given.getOrDefault("--acknowledgements", "1000"));
      Flush flush = new Flush(folder, acknowledgements);
      good =
          switch (given.getOrDefault("command", "")) {
            case "flush sqlite" -> flush.sqlite();
            case "flush postgresql" -> flush.postgresql();
            default -> flush.cuts(Integer.parseInt(given.getOrDefault("--seeds", "10000")));
          };
    } finally {
      delete(folder);
    }
    System.exit(good ? 0 : 1);
  }

  private static Optional<Map<String, String>> options(String[] args) {
    Map<String, String> options = new TreeMap<>();
    boolean flush = args.length > 1 && args[0].equals("flush");
    options.put("command", flush ? args[0] + " " + args[1] : args.length > 0 ? args[0] : "");
    for (int i = flush ? 2 : 1; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    boolean known =
        List.of("flush sqlite", "flush postgresql", "cuts").contains(options.get("command"))
            && options.keySet().stream()
                .allMatch(List.of("command", "--acknowledgements", "--seeds", "--folder")::contains)
            && (args.length - (flush ? 2 : 1)) % 2 == 0;
    return known ? Optional.of(options) : Optional.empty();
  }

  private boolean sqlite() throws IOException, InterruptedException {
    List<Event> events = recorded(1);
    return print(Ordering.of(events, file -> file.endsWith("-wal"), true));
  }

  private boolean postgresql() throws IOException, InterruptedException {
    Path told = folder.resolve(TOLD);
    Path trace = folder.resolve("trace");
    Recording.run(
        trace,
        WORD,
        WriteToServer.class,
        folder.resolve("data").toString(),
        told.toString(),
        String.valueOf(records));
    List<Event> events = TraceReader.read(trace, file -> file.contains("/pg_wal/"), told);
    return print(Ordering.of(events, file -> true, false));
  }

  private static boolean print(Ordering ordering) {
    int early = ordering.early().size();
    System.out.printf(
        "%,d of %,d acknowledgements after the flush%n",
        ordering.acknowledged() - early, ordering.acknowledged());
    ordering.early().stream().limit(10).forEach(each -> System.out.println("too early: " + each));
    return early == 0 && ordering.acknowledged() > 0;
  }

  private boolean cuts(int seeds) throws IOException, InterruptedException {
    List<Event> events = recorded(WRITERS);
    PowerCuts.Outcome honest = new PowerCuts(events, folder, true).run(seeds);
    print("a disk that keeps what was flushed", honest);
    PowerCuts.Outcome liar = new PowerCuts(events, folder, false).run(Math.min(seeds, 100));
    print("for comparison, a disk that does not", liar);
    return honest.losses().isEmpty() && !liar.losses().isEmpty();
  }

  private static void print(String disk, PowerCuts.Outcome outcome) {
    System.out.printf(
        "%s: %,d power cuts, %,d of them with something unflushed, %,d acknowledged records looked"
            + " for, something missing after %,d cuts%n",
        disk, outcome.cuts(), outcome.unflushed(), outcome.acknowledged(), outcome.losses().size());
    outcome.losses().stream()
        .limit(3)
        .map(loss -> loss.substring(0, Math.min(200, loss.length())))
        .forEach(System.out::println);
  }

  /** Returns what a program did that writes to a file of SQLite from some threads. */
  private List<Event> recorded(int writers) throws IOException, InterruptedException {
    return recorded(folder, records, writers);
  }

  static List<Event> recorded(Path folder, int records, int writers)
      throws IOException, InterruptedException {
    Path told = folder.resolve(TOLD);
    Path database = folder.resolve(DATABASE);
    Path trace = folder.resolve("trace");
    Recording.run(
        trace,
        WHOLE,
        WriteRecords.class,
        "sqlite:" + database,
        told.toString(),
        String.valueOf(records),
        String.valueOf(writers));
    return TraceReader.read(
        trace,
        file ->
            file.startsWith(database.toString()) && !file.endsWith("-shm")
                || isFolder(file, folder),
        told);
  }

  private static boolean isFolder(String file, Path folder) {
    return file.equals(folder.toString());
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
