package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How often a model is asked about a lead by the whole catalogue, over real HTTP. */
@Timeout(300)
class JointCallsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The company, its research, its strategy, the writing, and the briefing. */
  private static final int GROUPS = 5;

  private static final int LEADS = 10;

  @TempDir private Path folder;
  private KeptList example;

  /** What a provider was asked: by the name of the form, at first and once more. */
  private record Asked(Map<String, Integer> first, Map<String, Integer> repairs, long tokens) {

    int calls() {
      return sum(first) + sum(repairs);
    }

    private static int sum(Map<String, Integer> calls) {
      return calls.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  @BeforeEach
  void unpack() throws IOException {
    example = KeptList.in(folder, 0);
  }

  private Asked run(Manner manner, String... more) throws Exception {
    Path out = folder.resolve(manner + "-" + more.length + ".jsonl");
    try (SimulatedProvider provider = SimulatedProvider.of(manner, 3).start()) {
      List<Object> arguments =
          new ArrayList<>(
              List.of("--pipeline", "enhanced", "--model", "openai:gpt-5-mini", "--out", out));
      arguments.addAll(List.of("--model-url", provider.address()));
      arguments.addAll(List.of(more));
      Map<String, String> keys = Map.of("OPENAI_API_KEY", "sk-canary-1");
      Invocation run = Invocation.of(keys, folder, example.enrich(arguments.toArray()));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(Files.readAllLines(out)).hasSize(LEADS);
      return asked(provider);
    }
  }

  private static Asked asked(SimulatedProvider provider) {
    Map<String, Integer> first = new TreeMap<>();
    Map<String, Integer> repairs = new TreeMap<>();
    for (String body : provider.requests()) {
      JsonNode request = JSON.readTree(body);
      String form = request.path("response_format").path("json_schema").path("name").asString("");
      boolean again =
          form.isEmpty()
              || request
                  .path("messages")
                  .valueStream()
                  .anyMatch(m -> m.path("role").asString("").equals("assistant"));
      (again ? repairs : first).merge(form, 1, Integer::sum);
    }
    long tokens = provider.ledger().stream().mapToLong(charge -> charge.tokens().total()).sum();
    return new Asked(first, repairs, tokens);
  }

  @Test
  void aLeadIsAskedAboutInAtMostFiveRequestsAndOneMoreForEachThatIsRepaired() throws Exception {
    Asked honest = run(Manner.HONEST);
    assertThat(honest.first()).as("forms").hasSizeBetween(2, GROUPS);
    assertThat(honest.first().values()).allMatch(calls -> calls <= LEADS);
    assertThat(Asked.sum(honest.repairs())).isLessThanOrEqualTo(Asked.sum(honest.first()));

    Asked sloppy = run(Manner.SLOPPY);
    assertThat(sloppy.first()).as("forms").hasSizeBetween(2, GROUPS);
    assertThat(sloppy.calls()).isLessThanOrEqualTo(2 * GROUPS * LEADS);
  }

  @Test
  void joiningTakesFewerCallsAndFewerTokens() throws Exception {
    Asked joint = run(Manner.HONEST);
    Asked alone = run(Manner.HONEST, "--no-joint");

    assertThat(joint.calls()).isLessThan(alone.calls());
    assertThat(joint.tokens()).isLessThan(alone.tokens());
    System.getLogger("joint").log(System.Logger.Level.INFO, joint + " / " + alone);
  }
}
