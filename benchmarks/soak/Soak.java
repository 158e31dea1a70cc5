import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works a long list through the packaged command line in a small heap, kills it on the way, goes on
 * each time, and compares the output with that of runs that nobody killed: all of a short list, of a
 * long one its beginning, its end and what was in work at each kill.
 */
final class Soak {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RUN = "soak";
  private static final int STEPS = 8;

  /** Above so many leads only pieces of this size are worked again. */
  private static final int PIECE = 2_000;

  private static final List<String> NO_LEADS = List.of("", "TRANSCURIANGO.EXAMPLE");

  private final String jar;
  private final Path example;
  private final Path work;
  private final int leads;
  private final int kills;
  private final List<Long> endedAtKills = new ArrayList<>();

  private Soak(String[] arguments) {
    jar = arguments[0];
    example = Path.of(arguments[1]);
    work = Path.of(arguments[2]);
    leads = Integer.parseInt(arguments[3]);
    kills = Integer.parseInt(arguments[4]);
  }

  public static void main(String[] arguments) throws Exception {
    Soak soak = new Soak(arguments);
    soak.prepare();
    soak.killed();
    soak.check(soak.leadsThatDiffer());
  }

  // ---- the list

  /** Each company of the example many times, under a name and a site of its own. */
  private void prepare() throws IOException {
    List<String> companies = Files.readAllLines(example.resolve("companies.csv"));
    List<String> rows = companies.stream().skip(1).filter(Soak::isLead).toList();
    List<String> index = Files.readAllLines(example.resolve("pages/index.csv"));
    copyPages();
    int copies = (leads + rows.size() - 1) / rows.size();
    try (BufferedWriter list = Files.newBufferedWriter(work.resolve("list.csv"));
        BufferedWriter pages = Files.newBufferedWriter(work.resolve("pages/index.csv"))) {
      line(list, companies.get(0));
      line(pages, index.get(0));
      for (int copy = 0; copy < copies; copy++) {
        for (String row : rows.subList(0, Math.min(rows.size(), leads - copy * rows.size()))) {
          String[] cells = row.split(";", 3);
          line(list, cells[0].strip() + " " + copy + ";" + site(cells[1], copy) + ";" + cells[2]);
        }
        for (String page : index.subList(1, index.size())) {
          line(pages, site(page, copy));
        }
      }
    }
    System.out.println(
        leads + " leads, " + copies * (index.size() - 1) + " pages, in " + work);
  }

  private static boolean isLead(String row) {
    String site = row.split(";", 3)[1].strip();
    return NO_LEADS.stream().noneMatch(no -> no.isEmpty() ? site.isEmpty() : site.contains(no));
  }

  private static String site(String text, int copy) {
    return text.replaceFirst("\\.example", "-" + copy + ".example");
  }

  private static void line(BufferedWriter out, String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private void copyPages() throws IOException {
    try (var all = Files.walk(example.resolve("pages"))) {
      for (Path from : all.toList()) {
        Path to = work.resolve("pages").resolve(example.resolve("pages").relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  // ---- the runs

  private void killed() throws Exception {
    long start = System.nanoTime();
    for (int kill = 1; kill <= kills; kill++) {
      long from = System.nanoTime();
      Process process = start(kill == 1 ? enrich("kept.jsonl", true) : resume());
      long ended = awaitEnded(process, (long) leads * kill / (kills + 1));
      process.destroyForcibly().waitFor();
      endedAtKills.add(ended);
      System.out.printf(
          "killed after %,d leads, %.0f s after it began%n", ended, seconds(from));
    }
    long from = System.nanoTime();
    finish(start(kills == 0 ? enrich("kept.jsonl", true) : resume()));
    System.out.printf("the last process ended by itself after %.0f s%n", seconds(from));
    double all = seconds(start);
    System.out.printf(
        Locale.ROOT,
        "with the store and %d kills: %.0f s, %.0f leads a second%n",
        kills,
        all,
        leads / all);
  }

  /** Rows of the list, counted from 1. */
  private record Piece(long first, long last) {

    long size() {
      return last - first + 1;
    }
  }

  private List<Piece> pieces() {
    if (leads <= 2 * PIECE) {
      return List.of(new Piece(1, leads));
    }
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(1, PIECE));
    for (long ended : endedAtKills) {
      long first = Math.max(1, ended - PIECE / 2);
      pieces.add(new Piece(first, Math.min(leads, first + PIECE - 1)));
    }
    pieces.add(new Piece(leads - PIECE + 1, leads));
    return pieces;
  }

  private long leadsThatDiffer() throws Exception {
    long differ = 0;
    for (Piece piece : pieces()) {
      long start = System.nanoTime();
      finish(start(enrich("whole.jsonl", false, "--range", piece.first() + "-" + piece.last())));
      double all = seconds(start);
      long differing = differing(piece);
      differ += differing;
      System.out.printf(
          Locale.ROOT,
          "leads %,d to %,d without store and kills: %.0f s, %.0f leads a second, %,d differ%n",
          piece.first(),
          piece.last(),
          all,
          piece.size() / all,
          differing);
    }
    return differ;
  }

  private long differing(Piece piece) throws IOException {
    long differing = 0;
    try (BufferedReader kept = Files.newBufferedReader(work.resolve("kept.jsonl"));
        BufferedReader whole = Files.newBufferedReader(work.resolve("whole.jsonl"))) {
      for (long row = 1; row <= piece.last(); row++) {
        String line = kept.readLine();
        boolean same = row < piece.first() || line != null && line.equals(whole.readLine());
        differing += same ? 0 : 1;
      }
    }
    return differing;
  }

  private List<String> enrich(String out, boolean kept, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "enrich",
                file("list.csv"),
                "--context",
                example.resolve("context.yaml").toString(),
                "--pages",
                file("pages"),
                "--as-of",
                "2026-11-21",
                "--out",
                file(out)));
    if (kept) {
      arguments.addAll(List.of("--store", store(), "--run-id", RUN));
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  private List<String> resume() {
    return List.of("resume", RUN, "--store", store());
  }

  private String store() {
    return "sqlite:" + file("runs.db");
  }

  private String file(String name) {
    return work.resolve(name).toString();
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar));
    command.addAll(arguments);
    command.addAll(List.of("--progress", "json"));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  private static long awaitEnded(Process process, long wanted) throws IOException {
    BufferedReader said = said(process);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      JsonNode progress = line.startsWith("{") ? JSON.readTree(line) : JSON.createObjectNode();
      if (progress.path("ended").asLong() >= wanted) {
        return progress.path("ended").asLong();
      }
    }
    throw new IOException("the process ended before " + wanted + " leads had");
  }

  private static void finish(Process process) throws Exception {
    List<String> last = new ArrayList<>();
    said(process)
        .lines()
        .forEach(
            line -> {
              if (!line.startsWith("{")) {
                last.add("  " + line);
              }
            });
    int code = process.waitFor();
    last.forEach(System.out::println);
    if (code != 0) {
      throw new IOException("exit code " + code);
    }
  }

  // ---- what came of it

  private void check(long differ) throws Exception {
    Path kept = work.resolve("kept.jsonl");
    long lines;
    try (var all = Files.lines(kept)) {
      lines = all.count();
    }
    System.out.printf("output: %,d lines, %,d bytes%n", lines, Files.size(kept));
    long[] steps = steps();
    System.out.printf(
        "store: %,d bytes; %,d steps ended, %,d of them different ones%n",
        Files.size(work.resolve("runs.db")), steps[0], steps[1]);
    boolean complete = lines == leads && differ == 0;
    boolean once = steps[0] == (long) leads * STEPS && steps[1] == steps[0];
    if (!complete || !once) {
      System.out.println("NOT AS PROMISED");
      System.exit(1);
    }
    System.out.println("complete, the same as without kills, and every step once");
  }

  private long[] steps() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:" + store());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), count(distinct position || ' ' || json_extract(body, '$.step'))"
                    + " from prospector_event where type = 'step.completed' and run = '"
                    + RUN
                    + "'")) {
      row.next();
      return new long[] {row.getLong(1), row.getLong(2)};
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
