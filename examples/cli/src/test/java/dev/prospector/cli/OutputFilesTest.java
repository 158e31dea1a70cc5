package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prospector.cli.output.OutputLock;
import dev.prospector.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No input is ever overwritten, and what is incomplete says so by its name and the exit code. */
class OutputFilesTest {

  private static final String LIST =
      "name,website\nAlder,alder.example\nBirch,birch.example\n,##\nCedar,cedar.example\n";

  @TempDir private Path folder;
  private Path list = Path.of("");

  @BeforeEach
  void aListAndAContext() throws IOException {
    list = Files.writeString(folder.resolve("list.csv"), LIST);
    Files.writeString(folder.resolve("context.html"), "what_we_sell: routes\n");
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(folder.resolve("pages/index.csv"), "url,file\nhttps://a.example/,a.html\n");
    Files.writeString(folder.resolve("pages/a.html"), "<p>Alder</p>");
  }

  private Invocation enrich(Object... more) {
    List<Object> words = new ArrayList<>(List.of("enrich", list, "--quiet"));
    if (!List.of(more).contains("--pages")) {
      words.add("--offline");
    }
    words.addAll(List.of(more));
    Object[] arguments = words.toArray();
    return Invocation.of(folder, arguments);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anOutputNeverNamesWhatIsReadOrAnotherOutputByWhateverName() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.csv"), list);
    Files.createLink(folder.resolve("hard.csv"), list);
    Files.createDirectories(folder.resolve("sub"));
    Path context = folder.resolve("context.html");
    Path pages = folder.resolve("pages");
    Path out = folder.resolve("out.csv");
    Path store = folder.resolve("runs.csv");
    Path rejected = Files.writeString(folder.resolve("o.csv.rejected.csv"), LIST);
    List<String> before = names();
    Object[][] all = {
      {"--out", list},
      {"--out", folder.resolve("link.csv")},
      {"--out", folder.resolve("hard.csv")},
      {"--out", folder.resolve("sub/../list.csv")},
      {"--out", out, "--out", out},
      {"--out", out, "--out", folder.resolve("sub/../out.csv")},
      {"--out", out, "--snapshots", out},
      {"--context", context, "--report", context},
      {"--pages", pages, "--report", pages.resolve("a.html")},
      {"--pages", pages, "--out", pages.resolve("index.csv")},
      {"--pages", pages, "--snapshots", pages},
      {"--store", "sqlite:" + store, "--out", store},
      {"--out", out, "--report", folder.resolve("out.csv.rejected.csv")}
    };
    for (Object[] options : all) {
      Invocation run = enrich(options);
      assertThat(run.code()).as("%s: %s", List.of(options), run.err()).isEqualTo(2);
      assertThat(run.err()).contains("nothing was read or written");
      assertThat(names()).isEqualTo(before);
      assertThat(list).hasContent(LIST);
    }
    Invocation run =
        Invocation.of(folder, "enrich", rejected, "--offline", "--out", folder.resolve("o.csv"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(rejected).hasContent(LIST);
    assertThat(pages.resolve("index.csv")).isNotEmptyFile();
  }

  @Test
  void aNewFolderIsMadeForOutputsWhetherRowsAreRejectedOrNot() throws IOException {
    Path out = folder.resolve("new/deep/leads.jsonl");
    assertThat(enrich("--out", out).code()).isZero();
    assertThat(out).isNotEmptyFile();
    assertThat(folder.resolve("new/deep/leads.jsonl.rejected.csv")).isNotEmptyFile();
    Files.writeString(list, LIST.replace("\n,##\n", "\n"));
    Path other = folder.resolve("other/leads.jsonl");
    assertThat(enrich("--out", other).code()).isZero();
    assertThat(other).isNotEmptyFile();
    assertThat(folder.resolve("other/leads.jsonl.rejected.csv")).doesNotExist();
  }

  @Test
  void nothingIsLeftBesideTheOutputs() throws IOException {
    Path out = folder.resolve("out");
    assertThat(
            enrich(
                    "--out",
                    out.resolve("a.jsonl"),
                    "--out",
                    out.resolve("a.xlsx"),
                    "--report",
                    out.resolve("a.html"))
                .code())
        .isZero();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly("a.html", "a.jsonl", "a.jsonl.rejected.csv", "a.xlsx");
    }
  }

  @Test
  void aStartThatFailsLeavesEveryEarlierResult() throws IOException {
    Path out = Files.writeString(folder.resolve("leads.jsonl"), "precious\n");
    Path rejected =
        Files.writeString(folder.resolve("leads.jsonl.rejected.csv"), "corrected by hand");
    for (Object[] options :
        new Object[][] {
          {"--out", out, "--report", folder.resolve("pages")},
          {"--out", out, "--pages", folder.resolve("nowhere")},
          {"--out", out, "--map", "name=Nothing"},
          {"--out", out, "--context", list}
        }) {
      assertThat(enrich(options).code()).isEqualTo(2);
      assertThat(out).hasContent("precious");
      assertThat(rejected).hasContent("corrected by hand");
    }
  }

  @Test
  void aReportThatCannotBeWrittenIsNoticedBeforeTheRun() {
    Invocation run = enrich("--report", folder.resolve("pages"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void twoProcessesDoNotWriteToOneOutputWhicheverOneItIs() throws IOException {
    Path second = folder.resolve("b.csv");
    try (OutputLock other = OutputLock.take(List.of(second))) {
      Invocation run = enrich("--out", folder.resolve("a.csv"), "--out", second);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("another process writes to").contains("b.csv");
      assertThat(second).doesNotExist();
    }
    assertThat(enrich("--out", folder.resolve("a.csv"), "--out", second).code()).isZero();
    assertThat(names()).noneMatch(name -> name.endsWith(".lock") || name.endsWith(".part"));
  }

  @Test
  void anOutputThatFailsIsOnItsOwnAndNamedOnce() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Path broken = Files.createSymbolicLink(folder.resolve("full.jsonl"), full);
    Path works = folder.resolve("leads.csv");
    Invocation run = enrich("--out", broken, "--out", works);
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.err().lines().filter(line -> line.contains("cannot be written"))).hasSize(1);
    assertThat(run.err()).contains("full.jsonl");
    assertThat(Files.readAllLines(works)).hasSize(4);
    assertThat(enrich("--out", broken).code()).as("no output is left").isEqualTo(1);
  }

  @Test
  void aListThatBreaksOffIsToldAndEndsWithThree() throws IOException {
    Path half =
        Files.writeString(
            folder.resolve("half.json"), "[{\"name\":\"Alder\"},{\"name\":\"Birch\"},{\"na");
    Invocation json = Invocation.of(folder, "enrich", half, "--offline", "--quiet");
    assertThat(json.code()).isEqualTo(3);
    assertThat(json.err()).contains("half.json breaks off");
    assertThat(JsonLines.parse(json.out())).hasSize(2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write((LIST + LIST.substring(13).replace("lder", "sh")).getBytes(StandardCharsets.UTF_8));
    }
    Path torn = folder.resolve("torn.csv.gz");
    Files.write(torn, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20));
    for (Object[] options :
        new Object[][] {{}, {"--store", "sqlite:" + folder.resolve("runs.db")}}) {
      Object[] words = new Object[options.length + 3];
      words[0] = "enrich";
      words[1] = torn;
      words[2] = "--offline";
      System.arraycopy(options, 0, words, 3, options.length);
      Invocation run = Invocation.of(folder, words);
      assertThat(run.code()).as(run.err()).isEqualTo(3);
      assertThat(run.err()).contains("torn.csv.gz breaks off");
    }
  }

  @Test
  void escapesInHeadersAndNamesAreShownAsSuch() throws IOException {
    Path evil =
        Files.writeString(folder.resolve("evil.csv"), "a\u001b[31m,b\u009b2J,c\u202ed\n1,2,3\n");
    Invocation run = Invocation.of(folder, "enrich", evil);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a\\u001b[31m", "b\\u009b2J", "c\\u202ed");
    assertThat(run.err().codePoints().filter(c -> c < ' ' && c != '\n' || c >= 0x7f && c <= 0x9f))
        .isEmpty();
    Invocation usage = Invocation.of(folder, "enrich", "x\u001b[2J.csv", "--nonsense\u0007");
    assertThat(usage.err()).contains("\\u0007").doesNotContain("\u0007");
  }

  @Test
  void escapesInTheLogAreShownAsSuch() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream bytes = new PrintStream(said, true, StandardCharsets.UTF_8);
    PrintStream before = System.err;
    try {
      new Terminal(bytes, bytes, false, folder, name -> null).takeLog();
      // Where simplelogger.properties has the log written to.
      System.err.print("[WARN] title \u001b]0;x\u0007 and \u009b2J");
      System.err.flush();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("title \\u001b]0;x\\u0007 and \\u009b2J");
  }

  @Test
  void aNameThatIsNoneHereIsSaidInWords() {
    Invocation run = Invocation.of(folder, "enrich", "a\u0000b.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no name of a file here", "LC_ALL").doesNotContain("Exception");
  }
}
