package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.provider.FailureShape;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A model on top of the rules, over real HTTP, from the command line. */
class EnrichWithModelTest {

  private static final String KEY = "sk-canary-7731";
  private static final Map<String, String> KEYS =
      Map.of(
          "OPENAI_API_KEY",
          KEY,
          "ANTHROPIC_API_KEY",
          KEY,
          "GEMINI_API_KEY",
          KEY,
          "MISTRAL_API_KEY",
          KEY);
  private static final List<String> PEOPLE =
      List.of(
          "Maria Aparecida Souza",
          "João Antônio Lima",
          "Ana Kowalska",
          "Peter O'Neill",
          "Lúcia Ferraz");
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Alder Freight</title></head><body>
      <h1>Alder Freight moves pallets across the north</h1>
      <p>Our yard opened long ago and the firm dates back to 1991; we plan routes by hand. We run
      overnight groupage to Leeds and Hull. Ask for MARIA APARECIDA SOUZA, Joao Antonio Lima, Ana
      Kowalska, P. O'Neill or Lucia Ferraz, mobile +44 7700 900123, maria.souza@alder.example, or
      write to office@alder.example.</p>
      </body></html>
      """;

  private static final String NO_ARGUMENT = "{\"arguments\":[]}";

  /** Honest but for one statement without its words, one of a made-up source, and one invented. */
  private static final String ANSWER =
      "{\"services\":[{\"value\":\"overnight groupage\",\"source\":1,\"quote\":"
          + "\"We run overnight groupage to Leeds\"},{\"value\":\"customs clearance\",\"source\":1,"
          + "\"quote\":\"We clear customs\"}],\"customers\":[{\"value\":\"Invented Ltd\",\"source\":99,"
          + "\"quote\":\"pallets\"}],\"places\":[{\"value\":\"Hull\",\"source\":1,\"quote\":"
          + "\"to Leeds and Hull\"}],\"founded\":[{\"value\":\"1991\",\"source\":1,\"quote\":"
          + "\"the firm dates back to 1991\"}],\"employees\":[{\"value\":\"777\",\"source\":1,"
          + "\"quote\":\"the firm dates back to 1991\"}]}";

  private final SimulatedProvider provider =
      SimulatedProvider.answering(
          body -> body.contains("Give at most 12 arguments") ? NO_ARGUMENT : ANSWER);
  @TempDir private Path folder;

  @BeforeEach
  void anArchiveAndAList() throws Exception {
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        folder.resolve("pages/index.csv"), "url,file\nhttps://alder.example/,alder.html\n");
    Files.writeString(folder.resolve("pages/alder.html"), PAGE);
    Files.writeString(
        folder.resolve("list.csv"),
        "Name,Website,Contact 1,Contact 2,Contact 3,Contact 4,Contact 5\nAlder Freight,alder.example,"
            + String.join(",", PEOPLE)
            + "\n");
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private Invocation enrich(Path out, String... more) {
    Object[] arguments = new Object[6 + more.length];
    arguments[0] = "enrich";
    arguments[1] = folder.resolve("list.csv");
    arguments[2] = "--pages";
    arguments[3] = folder.resolve("pages");
    arguments[4] = "--out";
    arguments[5] = out;
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Invocation.of(KEYS, folder, arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai:gpt-5-mini",
        "anthropic:claude-haiku-4-5",
        "gemini:gemini-2.5-flash",
        "ollama:llama3",
        "mistral:mistral-small-latest"
      })
  void everyDialectGivesTheSameFactsAndNoneThatThePageDoesNotSay(String model) throws Exception {
    Path out = folder.resolve("leads.jsonl");
    Invocation run = enrich(out, "--model", model, "--model-url", provider.address());

    assertThat(run.code()).as(run.err()).isZero();
    String lead = Files.readString(out);
    Findings findings = new Findings(JsonLines.read(out).get(0));
    assertThat(provider.requests()).as("with one repair of the first").hasSize(3);
    assertThat(lead).contains("overnight groupage", "the firm dates back to 1991");
    assertThat(lead).doesNotContain("Invented Ltd").doesNotContain("customs clearance");
    assertThat(lead).doesNotContain("777");
    assertThat(findings).isNotNull();
    assertThat(run.err() + lead).doesNotContain(KEY);
    for (String request : provider.requests()) {
      assertThat(request).doesNotContain(KEY).doesNotContain("7700").contains("office@alder");
      for (String person : PEOPLE) {
        String last = person.substring(person.lastIndexOf(' ') + 1);
        assertThat(request.toLowerCase(java.util.Locale.ROOT))
            .doesNotContain(last.toLowerCase(java.util.Locale.ROOT));
      }
    }
  }

  @Test
  void theSummarySaysHowManyStepsFellBackToRulesAndWhy() throws Exception {
    FailureShape wrongKey =
        FailureShape.all().stream()
            .filter(shape -> shape.dialect().startsWith("OPENAI") && shape.status() == 401)
            .findFirst()
            .orElseThrow();
    for (int call = 0; call < 20; call++) {
      provider.failing(wrongKey);
    }
    Path out = folder.resolve("leads.jsonl");
    String[] model = {"--model", "openai:gpt-5-mini", "--model-url", provider.address()};

    Invocation plain = enrich(out, model);
    assertThat(plain.code()).as(plain.err()).isZero();
    assertThat(plain.err())
        .containsPattern("\\d steps? fell back to rules, mostly because: .*401")
        .doesNotContain(KEY);

    Invocation kept = enrich(out, with(model, "--store", "sqlite:" + folder.resolve("runs.db")));
    assertThat(kept.err())
        .containsPattern("\\d steps? fell back to rules, mostly because: .*401")
        .doesNotContain(KEY);

    assertThat(enrich(out).err()).doesNotContain("fell back");
  }

  @Test
  void aRecordingGivesTheSameBytesAgainAndAsksNobody() throws Exception {
    Path tape = folder.resolve("tape.jsonl");
    Path one = folder.resolve("one.jsonl");
    Path two = folder.resolve("two.jsonl");
    String[] model = {
      "--as-of",
      "2026-11-30",
      "--model",
      "mistral:mistral-small-latest",
      "--model-url",
      provider.address()
    };
    assertThat(enrich(one, with(model, "--record", tape.toString())).code()).isZero();
    int asked = provider.requests().size();
    Invocation again = enrich(two, with(model, "--replay", tape.toString()));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(provider.requests()).hasSize(asked);
    assertThat(Files.readString(tape)).doesNotContain(KEY).doesNotContain("Souza");
    JsonNode first = JsonLines.read(one).get(0);
    JsonNode second = JsonLines.read(two).get(0);
    assertThat(second.path("company")).isEqualTo(first.path("company"));
    assertThat(Files.readString(two)).contains("overnight groupage");
  }

  private static String[] with(String[] some, String... more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  @Test
  void aLimitThatIsReachedLeavesTheRestToRules() throws Exception {
    Path out = folder.resolve("leads.jsonl");
    Invocation run =
        enrich(
            out,
            "--model",
            "mistral:mistral-small-latest",
            "--model-url",
            provider.address(),
            "--max-cost",
            "0.000001");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(provider.requests()).isEmpty();
    assertThat(Files.readString(out)).doesNotContain("overnight groupage to Leeds");
  }

  @Test
  void whatCannotBeUsedIsRefusedBeforeAnythingIsOpened() {
    Path out = folder.resolve("leads.jsonl");
    assertThat(enrich(out, "--model", "nobody:x").err()).contains("nobody").contains("openai");
    assertThat(enrich(out, "--model", "openai").err()).contains("PROVIDER:NAME");
    assertThat(enrich(out, "--max-cost", "5").err()).contains("--model");
    assertThat(enrich(out, "--model", "groq:x").err()).contains("GROQ_API_KEY");
    assertThat(enrich(out, "--model", "openai:gpt-5-mini", "--max-cost", "5.00EUR").err())
        .contains("USD")
        .contains("EUR");
  }
}
