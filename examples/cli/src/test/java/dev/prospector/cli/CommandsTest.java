package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.run.BundledExample;
import dev.prospector.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

  @TempDir private Path folder;

  @Test
  void commandsAreFoundByTheNamesThatTheyGiveThemselves() {
    Terminal terminal = Terminal.ofProcess();
    Cli.COMMANDS.forEach(
        (name, command) ->
            assertThat(CommandLine.Model.CommandSpec.forAnnotatedObject(command.apply(terminal)))
                .extracting(CommandLine.Model.CommandSpec::name)
                .isEqualTo(name));
    Invocation help = Invocation.of(folder, "--help");
    assertThat(help.out()).contains(Cli.COMMANDS.keySet());
  }

  @Test
  void pipelinePrintsTheGraphAsText() {
    Invocation run = Invocation.of(folder, "pipeline");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(9);
    assertThat(run.out())
        .contains("intake", "website", "contact-details", "technology", "registration")
        .contains("company-analysis", "qualification", "scores", "uses pages");
  }

  @Test
  void pipelinePrintsTheGraphAsMermaid() {
    Invocation run = Invocation.of(folder, "pipeline", "standard", "--format", "mermaid");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("flowchart TD").contains("-->");
  }

  @Test
  void pipelineNamesThoseThatThereAre() {
    Invocation run = Invocation.of(folder, "pipeline", "grand");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("grand", "standard");
  }

  @Test
  void explainRunsTheExampleAndShowsEveryFactorWithItsQuotes() {
    Invocation run = Invocation.of(folder, "explain", "transcuriango.example");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("QUALIFICATION HIGH", "FIT", "NEED", "TIMING", "AUTHORITY", "BUDGET")
        .contains("REACHABILITY", "CONFIDENCE", "MARKET FIT", "RETURN POTENTIAL", "READINESS")
        .contains("ROUTE FULL", "INTENT 0", "URGENCY", "ALIGNMENT", "APPROACH s", "is chosen")
        .contains("EVIDENCE", "is not chosen:")
        .containsPattern("\"[^\"]{10,}\"\\s+https://www\\.transcuriango\\.example/");
  }

  @Test
  void aGateGoesWithPipelinesThatArgueAndIsNamedByATier() {
    Invocation standard = Invocation.of(folder, "demo", "--gate", "high");
    assertThat(standard.code()).isEqualTo(2);
    assertThat(standard.err()).contains("--gate", "enhanced", "'standard'");
    Invocation unknown =
        Invocation.of(folder, "demo", "--pipeline", "enhanced", "--gate", "excellent");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("not-qualified", "'excellent'");
  }

  @Test
  void aSplitDrawsTheSameWaysAgainAndCompareTellsThemApart() throws Exception {
    String[] drawn = {"demo", "--pipeline", "adaptive", "--split", "full=0.5,persona-first=0.5"};
    Path leads = folder.resolve("drawn.jsonl");
    Invocation run = Invocation.of(folder, with(drawn, "--out", leads.toString()));
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(leads);
    assertThat(lines).hasSize(10).allMatch(line -> line.contains("\"seed\":\"1\""));
    assertThat(lines).anyMatch(line -> line.contains("\"way\":\"PERSONA_FIRST\""));
    assertThat(lines).anyMatch(line -> line.contains("\"way\":\"FULL\""));
    Invocation compared = Invocation.of(folder, "compare", leads);
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("FULL, drawn by 1 with the share 0.5: ", "PERSONA_FIRST, drawn by 1 with the")
        .contains("tiers", "unknown", "drafts", "cost     nothing");
    Invocation wrong = Invocation.of(folder, "demo", "--pipeline", "adaptive", "--split", "full=2");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("together at most 1");
  }

  private static Object[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
  }

  @Test
  void explainReadsWhatEnrichWrote() throws Exception {
    Path list =
        Files.writeString(folder.resolve("list.csv"), "name,website\nAlder,alder.example\n");
    Invocation.of(folder, "enrich", list, "--offline", "--out", folder.resolve("leads.jsonl"));
    assertThat(Invocation.of(folder, "explain", "alder.example").out()).contains("QUALIFICATION");
    Invocation unknown = Invocation.of(folder, "explain", "birch.example");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no lead with id or domain 'birch.example'");
    Invocation other = Invocation.of(folder, "explain", "alder.example", "--in", list);
    assertThat(other.code()).isEqualTo(2);
  }

  @Test
  void doctorSaysWhatCanBeWorkedWithAndWhatIsNotConfigured() throws Exception {
    try (BundledExample example = BundledExample.unpack()) {
      Invocation run =
          Invocation.of(
              folder,
              "doctor",
              example.list(),
              "--context",
              example.context(),
              "--pages",
              example.pages(),
              "--out",
              folder.resolve("leads.jsonl"));
      assertThat(run.code()).as(run.out()).isZero();
      assertThat(run.out())
          .contains("10 leads", ": ready, in ", "15 hosts", "can be written", "model", "register")
          .doesNotContain("PROBLEM");
    }
  }

  @Test
  void doctorSaysWhatIsSetAndNotUsedAndWhatAnswers() throws Exception {
    Object[] given = {
      "doctor",
      "--store",
      "sqlite:" + folder.resolve("runs.db"),
      "--model",
      "ollama:llama3",
      "--model-for",
      "write=ollama:scribe"
    };
    Path list = Files.writeString(folder.resolve("list.csv"), "name\nAlder\n");
    Invocation.of(folder, "enrich", list, "--offline", given[1], given[2]);

    Invocation run = Invocation.of(folder, given);
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .containsPattern("note +unused +the model '[^']*scribe' is set, and no agent of pipeline")
        .containsPattern("ok +model +can be asked")
        .containsPattern("ok +store +answers")
        .doesNotContain("llama3' is set");

    Invocation keyless = Invocation.of(folder, "doctor", "--model", "openai:gpt-5-mini");
    assertThat(keyless.code()).isEqualTo(2);
    assertThat(keyless.out()).contains("PROBLEM", "OPENAI_API_KEY");
  }

  @Test
  void doctorEndsWithTwoWhenSomethingGivenCannotBeUsed() throws Exception {
    Path empty = Files.writeString(folder.resolve("context.yaml"), "tone: kind\n");
    for (List<Object> given :
        List.<List<Object>>of(
            List.of(folder.resolve("nowhere.csv")),
            List.of("--context", empty),
            List.of("--context", folder.resolve("nowhere.yaml")),
            List.of("--pages", folder))) {
      Object[] arguments = new Object[given.size() + 1];
      arguments[0] = "doctor";
      System.arraycopy(given.toArray(), 0, arguments, 1, given.size());
      Invocation run = Invocation.of(folder, arguments);
      assertThat(run.code()).as(run.out()).isEqualTo(2);
      assertThat(run.out()).contains("PROBLEM");
    }
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command :
        List.of(
            "enrich",
            "runs",
            "show",
            "resume",
            "retry-errors",
            "pause",
            "cancel",
            "export",
            "demo",
            "pipeline",
            "explain",
            "doctor")) {
      Invocation help = Invocation.of(folder, command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).contains("Usage: prospector " + command, "Example");
    }
    assertThat(Invocation.of(folder, "--help").out()).contains("Exit codes");
    assertThat(Invocation.of(folder, "--version").out()).startsWith("prospector ");
  }
}
