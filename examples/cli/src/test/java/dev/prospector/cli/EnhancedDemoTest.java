package dev.prospector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The whole catalogue over the bundled example, by rules, with a search over its pages. */
class EnhancedDemoTest {

  private static final int CATALOGUE = 23;

  @TempDir Path folder;

  private List<JsonNode> leads(String language, Path out) throws Exception {
    Invocation run =
        Invocation.of(
            folder,
            "demo",
            "--pipeline",
            "enhanced",
            "--language",
            language,
            "--as-of",
            "2026-11-20",
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    return JsonLines.read(out);
  }

  private static JsonNode lead(List<JsonNode> leads, String id) {
    return leads.stream().filter(l -> l.path("id").asString().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt-BR", "en", "es"})
  void leadsThatPassTheGateHaveAllSectionsAndTheGateFindsNothing(String language) throws Exception {
    for (JsonNode lead : leads(language, folder.resolve(language + ".jsonl"))) {
      String id = lead.path("id").asString();
      boolean passes = !lead.path("tier").asString().equals("NOT_QUALIFIED");
      assertThat(lead.path("sections").size() == CATALOGUE).as(id).isEqualTo(passes);
      List<String> found = new ArrayList<>();
      findings(lead.path("sections"), found);
      assertThat(found).as(id).isEmpty();
      assertThat(lead.at("/sections/messages/drafts").size() > 0)
          .as(id)
          .isEqualTo(passes && lead.at("/sections/messages/missing").asString().isEmpty());
    }
  }

  /** Whatever the gate found, in a draft or a briefing. */
  private static void findings(JsonNode sections, List<String> found) {
    for (JsonNode draft : sections.at("/messages/drafts")) {
      draft.path("found").forEach(f -> found.add(f.toString()));
    }
    sections.at("/briefing/found").forEach(f -> found.add(f.toString()));
  }

  @Test
  void theSameRunTwiceGivesTheSameBytes() throws Exception {
    Path one = folder.resolve("one.jsonl");
    Path two = folder.resolve("two.jsonl");
    leads("pt-BR", one);
    leads("pt-BR", two);
    assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void whatIsSaidOfAnotherCompanyOfTheNameIsNotSaidOfThisOne() throws Exception {
    JsonNode brumafria = lead(leads("pt-BR", folder.resolve("leads.jsonl")), "brumafria.example");
    List<String> triggers = new ArrayList<>();
    brumafria
        .at("/sections/buying_triggers/triggers")
        .forEach(t -> triggers.add(t.at("/text/value").asString()));
    assertThat(triggers)
        .anyMatch(t -> t.contains("quarta câmara"))
        .anyMatch(t -> t.contains("decidir até dezembro"))
        .noneMatch(t -> t.contains("Frigotrans"));
    assertThat(brumafria.at("/sections/buying_triggers/triggers").valueStream())
        .filteredOn(t -> t.at("/text/value").asString().contains("quarta câmara"))
        .isNotEmpty()
        .allMatch(t -> t.at("/date/value/year").asInt() == 2026)
        .allMatch(t -> t.at("/date/value/month").asInt() == 8);
    List<String> held = new ArrayList<>();
    brumafria
        .at("/sections/external_intelligence/held")
        .forEach(h -> held.add(h.path("address").asString()));
    assertThat(held).contains("https://diariodaguarda.example/empresas/brumafria-viseu");
    List<String> found = new ArrayList<>();
    brumafria
        .at("/sections/external_intelligence/findings")
        .forEach(f -> found.add(f.path("address").asString()));
    assertThat(found).contains("https://jornaldamata.example/economia/brumafria-quarta-camara");
    for (JsonNode claim : brumafria.path("claims")) {
      assertThat(claim.path("address").asString()).doesNotContain("guarda");
      assertThat(claim.path("quote").asString()).doesNotContain("Viseu", "oficina de ar");
    }
  }
}
