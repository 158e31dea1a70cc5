package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A lead whose sections were asked for jointly is explained as any other, with its costs. */
@Timeout(120)
class ExplainJointTest {

  private static final String DOMAIN = "transcuriango.example";
  private static final List<String> ASKED_TOGETHER =
      List.of("external_intelligence", "pain_points", "buying_triggers", "qualification");

  @TempDir private Path folder;

  private JsonNode enrichOneLead(Path out) throws Exception {
    KeptList example = KeptList.in(folder, 0);
    List<String> rows = Files.readAllLines(example.file("list.csv"));
    List<String> one = rows.stream().filter(row -> row.contains(DOMAIN)).limit(1).toList();
    Files.write(example.file("list.csv"), List.of(rows.get(0), one.get(0)));
    try (SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 3).start()) {
      Invocation run =
          Invocation.of(
              Map.of("OPENAI_API_KEY", "sk-canary-1"),
              folder,
              example.enrich(
                  "--pipeline",
                  "adaptive",
                  "--model",
                  "openai:gpt-5-mini",
                  "--model-url",
                  provider.address(),
                  "--out",
                  out));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(provider.requests()).anyMatch(request -> request.contains("pain-points_"));
    }
    return JsonLines.read(out).get(0);
  }

  @Test
  void aJointlyAskedLeadShowsIntentRouteEvaluationAndItsSharesOfTheCost() throws Exception {
    Path out = folder.resolve("leads.jsonl");
    JsonNode means = enrichOneLead(out).path("means");
    Invocation explained = Invocation.of(folder, "explain", DOMAIN, "--in", out);
    assertThat(explained.code()).as(explained.err()).isZero();
    assertThat(explained.out())
        .contains("INTENT 0", "URGENCY", "ALIGNMENT")
        .containsPattern("ROUTE [A-Z_]+: \\p{L}")
        .containsPattern("APPROACH [a-z]\\d is chosen")
        .contains("EVIDENCE", "is not chosen:")
        .containsPattern("COST in \\d+ calls, \\d+ tokens");
    for (String section : ASKED_TOGETHER) {
      assertThat(explained.out()).containsPattern("  " + section + ": 0\\.\\d+ USD, \\d+ tokens");
    }
    BigDecimal sum =
        means
            .path("shares")
            .valueStream()
            .map(share -> new BigDecimal(share.path("cost").asString("").replace(" USD", "")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(means.path("costs").path("USD").asString(""));
    assertThat(explained.out()).contains(sum.stripTrailingZeros().toPlainString() + " USD in all");
  }
}
