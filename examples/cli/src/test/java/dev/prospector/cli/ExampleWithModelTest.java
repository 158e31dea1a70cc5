package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.provider.Charge;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedModel;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bundled example with a model on top, against a simulated provider over real HTTP. */
@Timeout(300)
class ExampleWithModelTest {

  private static final String KEY = "sk-canary-9034";
  private static final Map<String, String> KEYS =
      Map.of(
          "OPENAI_API_KEY", KEY,
          "ANTHROPIC_API_KEY", KEY,
          "GEMINI_API_KEY", KEY,
          "MISTRAL_API_KEY", KEY);
  private static final List<String> MODELS =
      List.of(
          "openai:gpt-5-mini",
          "openai-responses:gpt-5-mini",
          "anthropic:claude-haiku-4-5",
          "gemini:gemini-2.5-flash",
          "ollama:llama3");

  /** How many sloppy and how many hostile models; more are tried by hand. */
  private static final int SEEDS = Integer.getInteger("prospector.model.seeds", 1);

  @TempDir private Path folder;
  private KeptList example;

  @BeforeEach
  void unpack() throws IOException {
    example = KeptList.in(folder, 0);
  }

  private Invocation enrich(SimulatedProvider provider, String model, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("--model", model, "--model-url", provider.address()));
    arguments.addAll(List.of(more));
    return Invocation.of(KEYS, folder, example.enrich(arguments.toArray()));
  }

  /** Returns what was written, without the names and costs of the models that wrote it. */
  private static List<JsonNode> sections(Path file) throws IOException {
    List<JsonNode> leads = new ArrayList<>();
    for (JsonNode lead : JsonLines.read(file)) {
      ObjectNode copy = (ObjectNode) lead.deepCopy();
      copy.remove(List.of("steps", "usage", "cost", "means", "provenance"));
      leads.add(copy);
    }
    return leads;
  }

  @Test
  void everyDialectGivesTheSameSectionsAndEveryFactIsQuoted() throws Exception {
    List<JsonNode> first = List.of();
    for (String model : MODELS) {
      Path out = folder.resolve(model.replace(':', '-') + ".jsonl");
      Path texts = folder.resolve(model.replace(':', '-'));
      try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 5).start()) {
        Invocation run = enrich(provider, model, "--out", out, "--snapshots", texts);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(provider.ledger()).as(model).hasSizeGreaterThan(10);
        assertThat(run.err()).contains("models: " + provider.ledger().size() + " calls");
      }
      assertThat(QuoteCheck.check(JsonLines.read(out), texts)).isGreaterThan(50);
      List<JsonNode> leads = sections(out);
      first = first.isEmpty() ? leads : first;
      assertThat(leads.equals(first)).as("the same by " + model).isTrue();
    }
    assertThat(first.toString().contains("\"factor\":\"")).isTrue();
  }

  @Test
  void whatSloppyAndHostileModelsSayIsNeverAFact() throws Exception {
    for (Manner manner : List.of(Manner.SLOPPY, Manner.HOSTILE)) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Path out = folder.resolve(manner + "-" + seed + ".jsonl");
        Path texts = folder.resolve(manner + "-" + seed);
        try (SimulatedProvider provider = SimulatedProvider.of(manner, seed).start()) {
          Invocation run =
              enrich(provider, "mistral:mistral-small-latest", "--out", out, "--snapshots", texts);
          assertThat(run.code()).as(run.err()).isZero();
        }
        assertThat(QuoteCheck.check(JsonLines.read(out), texts)).isGreaterThan(50);
        assertThat(Files.readString(out).contains(SimulatedModel.INVENTED))
            .as("something invented, seed " + seed)
            .isFalse();
      }
    }
  }

  private static long number(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return Long.parseLong(found.group(1).replace(",", ""));
  }

  @Test
  void theRealCostLiesWithinTheForecastAndADryRunWritesNothing() throws Exception {
    Path out = folder.resolve("leads.jsonl");
    for (Manner manner : Manner.values()) {
      try (SimulatedProvider provider = SimulatedProvider.of(manner, 2).start()) {
        List<Path> before = files();
        Invocation foreseen =
            enrich(provider, "openai:gpt-5-mini", "--out", out, "--dry-run", "--max-cost", "2.00");
        assertThat(foreseen.code()).as(foreseen.err()).isZero();
        assertThat(provider.requests()).isEmpty();
        assertThat(files()).isEqualTo(before);
        assertThat(foreseen.out()).contains("10 leads", "limit: 2 USD", "Nothing was asked");

        Invocation run = enrich(provider, "openai:gpt-5-mini", "--out", out);
        Files.delete(out);
        long tokens = provider.ledger().stream().mapToLong(c -> c.tokens().total()).sum();
        assertThat(number(run.err(), "models: ([\\d,]+) calls"))
            .isLessThanOrEqualTo(number(foreseen.out(), "to (\\d+) calls"));
        assertThat(number(run.err(), "calls, ([\\d,]+) tokens"))
            .isEqualTo(tokens)
            .isLessThanOrEqualTo(number(foreseen.out(), "to (\\d+) tokens"));
        assertThat(dollars(run.err(), "tokens, ([\\d.]+) USD"))
            .isLessThanOrEqualTo(dollars(foreseen.out(), "to ([\\d.]+) USD"));
      }
    }
  }

  private static double dollars(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void aReplayWritesTheSameBytesAndAsksNobody() throws Exception {
    Path tape = folder.resolve("tape.jsonl");
    Path one = folder.resolve("one.jsonl");
    Path two = folder.resolve("two.jsonl");
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.SLOPPY, 4).start()) {
      Object[] first = {"--out", one, "--record", tape};
      assertThat(enrich(provider, "ollama:llama3", first).code()).isZero();
      int asked = provider.requests().size();
      Invocation again = enrich(provider, "ollama:llama3", "--out", two, "--replay", tape);
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(provider.requests()).hasSize(asked);
    }
    assertThat(unpaid(two).equals(unpaid(one))).as("the same bytes but for the cost").isTrue();
  }

  /** A replay costs nothing, and says so. */
  private static List<String> unpaid(Path file) throws IOException {
    return JsonLines.read(file).stream()
        .map(lead -> ((ObjectNode) lead).without("means").toString())
        .toList();
  }

  @Test
  void moreEffortIsAskedForAndIsPartOfTheModelsName() throws Exception {
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 5).start()) {
      Invocation run = enrich(provider, "openai:gpt-5-mini", "--effort", "high", "--limit", "2");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(provider.requests()).allMatch(r -> r.contains("\"reasoning_effort\":\"high\""));
      assertThat(enrich(provider, "openai:gpt-5-mini", "--effort", "more").err())
          .contains("none, low, medium or high");
    }
  }

  @Test
  void doctorSaysWhatIsKnownOfAModelAndAsksItOnlyIfTold() {
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 5).start()) {
      Object[] known = {
        "doctor", "--model", "anthropic:claude-haiku-4-5", "--model-url", provider.address()
      };
      Invocation quiet = Invocation.of(KEYS, folder, known);
      assertThat(quiet.code()).as(quiet.out()).isZero();
      assertThat(quiet.out())
          .contains("anthropic:claude-haiku-4-5 at " + provider.address())
          .contains("schema STRICT", "ANTHROPIC_API_KEY is set", "1 and 5 USD", "2026-08-21")
          .doesNotContain(KEY);
      assertThat(provider.requests()).isEmpty();

      assertThat(Invocation.of(Map.of(), folder, known).code()).isEqualTo(2);
      Invocation slip =
          Invocation.of(KEYS, folder, "doctor", "--model", "anthropic:claude-haiku-4-55x");
      assertThat(slip.out()).contains("claude-haiku-4");
    }
  }

  @Test
  void doctorAsksOneSmallQuestionOfEachModel() {
    String capital = "{\"capital\":\"Lisbon\"}";
    try (SimulatedProvider provider = SimulatedProvider.answering(asked -> capital)) {
      Object[] ask = {
        "doctor",
        "--model",
        "mistral:mistral-small-latest",
        "--model-url",
        provider.address(),
        "--ask"
      };
      Invocation asked = Invocation.of(KEYS, folder, ask);
      assertThat(asked.out()).contains("COMPLETE by mistral-small-latest");
      assertThat(asked.code()).isZero();
      assertThat(provider.ledger()).extracting(Charge::model).hasSize(1);
    }
  }

  @Test
  void aResumeWithAnotherModelSaysWhatRunsAgain() throws Exception {
    Path out = folder.resolve("leads.jsonl");
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 5).start()) {
      Object[] kept = {"--out", out, "--store", example.store(), "--run-id", "first"};
      assertThat(enrich(provider, "openai:gpt-5-mini", kept).code()).isZero();
      Invocation same = resume(provider, "openai:gpt-5-mini");
      assertThat(same.code()).as(same.err()).isZero();
      assertThat(same.err()).doesNotContain("run again");
    }
  }

  @Test
  void anUnfinishedRunSaysWhatAnotherModelDoesAgainAndGoesOnWithThatModel() {
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 5).start()) {
      Object[] little = {
        "--store",
        example.store(),
        "--run-id",
        "first",
        "--concurrency",
        "1",
        "--max-calls",
        "8",
        "--when-spent",
        "stop"
      };
      assertThat(enrich(provider, "openai:gpt-5-mini", little).code()).isEqualTo(4);
      int before = provider.ledger().size();

      Invocation other = resume(provider, "openai:gpt-5", "--max-calls", "1000");

      assertThat(other.code()).as(other.err()).isZero();
      assertThat(other.err())
          .contains("of leads that have not ended", "company-analysis", "run again");
      assertThat(provider.requests().subList(before, provider.requests().size()))
          .isNotEmpty()
          .allMatch(body -> body.contains("\"model\":\"gpt-5\""));
    }
  }

  private Invocation resume(SimulatedProvider provider, String model, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("resume", "first", "--store", example.store(), "--model", model));
    arguments.addAll(List.of("--model-url", provider.address()));
    arguments.addAll(List.of(more));
    return Invocation.of(KEYS, folder, arguments.toArray());
  }

  /** The store is looked at byte for byte: whatever is in it, the key is not. */
  @Test
  void noKeyIsInAnythingThatIsKept() throws Exception {
    Path out = folder.resolve("leads.jsonl");
    Path report = folder.resolve("report.html");
    Path tape = folder.resolve("tape.jsonl");
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.SLOPPY, 5).start()) {
      Object[] kept = {
        "--out",
        out,
        "--report",
        report,
        "--store",
        example.store(),
        "--run-id",
        "first",
        "--record",
        tape
      };
      Invocation run = enrich(provider, "openai:gpt-5-mini", kept);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out() + run.err()).doesNotContain(KEY);
      assertThat(provider.requests()).noneMatch(r -> r.contains(KEY));
    }
    for (Path file : files()) {
      if (Files.isRegularFile(file)) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(KEY)).as(file.toString()).isFalse();
      }
    }
  }
}
