package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.cli.run.BundledExample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @TempDir private Path folder;

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
        .containsPattern("\"[^\"]{10,}\"\\s+https://www\\.transcuriango\\.example/");
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
          .contains("10 leads", ": ready, in ", "9 hosts", "can be written", "model", "register")
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
