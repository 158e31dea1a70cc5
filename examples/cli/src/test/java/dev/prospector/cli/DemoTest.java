package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.command.DemoCommand;
import dev.prospector.cli.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoTest {

  private record Expectation(String domain, String field, boolean contains, String value) {
    static Expectation of(String line) {
      String[] cells = line.split(",", 5);
      return new Expectation(cells[0], cells[1], cells[2].equals("contains"), cells[3]);
    }

    @Override
    public String toString() {
      return String.join(",", domain, field, contains ? "contains" : "absent", value);
    }
  }

  @TempDir static Path folder;

  private static Invocation first;
  private static List<JsonNode> leads;

  @BeforeAll
  static void runTheExample() throws IOException {
    first = demo("first");
    leads = JsonLines.read(folder.resolve("first.jsonl"));
  }

  private static Invocation demo(String name) {
    return Invocation.of(
        folder,
        "demo",
        "--out",
        folder.resolve(name + ".jsonl"),
        "--out",
        folder.resolve(name + ".csv"),
        "--out",
        folder.resolve(name + ".xlsx"),
        "--report",
        folder.resolve(name + ".html"),
        "--snapshots",
        folder.resolve(name + "-texts"));
  }

  @Test
  void endsWithTenLeadsATierAndAQuoteForEach() {
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out().lines().filter(l -> l.matches(".*(HIGH|MEDIUM|LOW|NOT_QUALIFIED).*")))
        .hasSize(10);
    assertThat(first.out().lines().filter(l -> l.startsWith("    ")))
        .hasSize(10)
        .allMatch(l -> l.contains("\""));
    assertThat(first.err()).contains("1 row is no lead", "1 row was folded");
  }

  @Test
  void findsWhatTheExampleIsThereToShow() throws IOException {
    Set<String> missed = new TreeSet<>();
    for (Expectation expectation : expectations("/demo/expectations.csv")) {
      if (!isMet(expectation)) {
        missed.add(expectation.toString());
      }
    }
    Set<String> knownLimits = new TreeSet<>();
    expectations("/demo/limits.csv").forEach(limit -> knownLimits.add(limit.toString()));
    missed.removeAll(knownLimits);
    assertThat(missed).as("expectations that are not met and not listed as limits").isEmpty();
  }

  private static boolean isMet(Expectation expectation) {
    JsonNode lead =
        leads.stream()
            .filter(l -> l.at("/company/domain").asString().equals(expectation.domain()))
            .findFirst()
            .orElseThrow();
    return new Findings(lead).has(expectation.field(), expectation.value())
        == expectation.contains();
  }

  private static List<Expectation> expectations(String resource) throws IOException {
    try (var in = DemoTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Expectation::of)
          .toList();
    }
  }

  @Test
  void everyQuoteStandsInItsKeptTextByAnIndependentCheck() throws Exception {
    assertThat(QuoteCheck.check(leads, folder.resolve("first-texts"))).isGreaterThan(200);
  }

  @Test
  void theSameRunTwiceGivesTheSameBytes() throws Exception {
    Invocation second = demo("second");
    assertThat(second.code()).isZero();
    assertThat(folder.resolve("second.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("first.jsonl"));
    assertThat(folder.resolve("second.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));
    assertThat(names("second-texts")).isEqualTo(names("first-texts"));
  }

  private static List<String> names(String texts) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(texts))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRowThatIsNoLeadIsWrittenBesideTheFirstOutput() throws Exception {
    String rejected = Files.readString(folder.resolve("first.jsonl.rejected.csv"));
    assertThat(rejected)
        .startsWith("line,column,value,reason")
        .contains("there is neither a name nor a website");
  }

  @Test
  void theReportIsCompleteInOneFile() throws Exception {
    String report = Files.readString(folder.resolve("first.html"));
    assertThat(report).contains("Curiango").doesNotContain("<script src", "<link rel=\"stylesheet");
  }

  @Test
  void withoutOptionsTheReportIsWrittenIntoTheWorkingFolder(@TempDir Path working) {
    Invocation demo = Invocation.of(working, "demo", "--quiet");
    assertThat(demo.code()).isZero();
    assertThat(demo.err()).isEmpty();
    assertThat(working.resolve(DemoCommand.REPORT)).isNotEmptyFile();
  }

  /** A search that is set and that no agent asks is warned of. */
  @Test
  void theExampleIsSearchedOnlyWhereAnAgentSearches() {
    assertThat(RunSettings.defaults().searches()).isFalse();
    assertThat(RunSettings.defaults().withPipeline("persona-first").searches()).isFalse();
    assertThat(RunSettings.defaults().withPipeline("enhanced").searches()).isTrue();
  }

  @Test
  void writesForPeopleInTheLanguageThatIsAskedFor(@TempDir Path working) throws Exception {
    List<String> nextSteps = new ArrayList<>();
    for (String language : List.of("pt-BR", "en", "es")) {
      Path out = working.resolve(language + ".jsonl");
      Invocation.of(working, "demo", "--lang", language, "--out", out);
      nextSteps.add(JsonLines.read(out).get(0).at("/sections/scores/next_step").asString());
    }
    assertThat(nextSteps).doesNotHaveDuplicates().allMatch(step -> !step.isBlank());
  }
}
