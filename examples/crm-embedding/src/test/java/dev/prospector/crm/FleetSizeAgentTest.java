package dev.prospector.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.agents.website.WebsiteAgent;
import dev.prospector.budget.Budget;
import dev.prospector.dossier.Dossier;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Run;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.OneStep;
import dev.prospector.testkit.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetSizeAgentTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "prospector", "crm");
  private static final Path PROMPTS =
      Path.of("src", "main", "resources", "dev", "prospector", "crm", "prompts");

  // region agent-test
  private static Fact<Integer> vehicles(String html) {
    return OneStep.of(new FleetSizeAgent())
        .after(new IntakeAgent(), new WebsiteAgent())
        .site("https://northgate.example/", html)
        .run()
        .written()
        .vehicles();
  }

  @Test
  void theFleetIsWhatTheSiteSays() {
    Fact<Integer> vehicles =
        vehicles("<h1>Northgate Haulage</h1><p>We run 120 trucks from our yard in Leeds.</p>");
    assertThat(vehicles.claims().get(0).value()).isEqualTo(120);
    assertThat(vehicles.claims().get(0).quote()).isEqualTo("120 trucks");
  }

  @Test
  void aSiteThatSaysNothingLeavesItUnknown() {
    assertThat(vehicles("<h1>Harbour Bakery</h1><p>Fresh bread since dawn.</p>").claims())
        .isEmpty();
  }

  // endregion

  private static final String PAGE =
      "<h1>Northgate Haulage</h1><p>Northgate keeps 45 tankers on the road, day and night.</p>";
  private static final String SAID =
      """
      {"vehicles": [{"value": "45", "source": 1, "quote": "keeps 45 tankers"}]}\
      """;

  private static FleetSize asked(ScriptedModel model) {
    return OneStep.of(new FleetSizeAgent())
        .after(new IntakeAgent(), new WebsiteAgent())
        .site("https://northgate.example/", PAGE)
        .model(model)
        .run()
        .written();
  }

  @Test
  void aModelReadsWhatPatternsMiss() {
    assertThat(vehicles(PAGE).claims()).isEmpty();
    Fact<Integer> vehicles = asked(new ScriptedModel().answering(SAID)).vehicles();
    assertThat(vehicles.value()).contains(45);
    assertThat(vehicles.claims().get(0).quote()).isEqualTo("keeps 45 tankers");
  }

  @Test
  void whatAModelMakesUpIsNoFact() {
    ScriptedModel model = new ScriptedModel();
    for (int asked = 0; asked < 2; asked++) {
      model.answering(
          """
          {"vehicles": [{"value": "450", "source": 1, "quote": "keeps 45 tankers"},
            {"value": "90", "source": 1, "quote": "runs 90 lorries"},
            {"value": "45", "source": 7, "quote": "keeps 45 tankers"}]}\
          """);
    }
    assertThat(asked(model).vehicles().claims()).isEmpty();
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void itIsAskedTogetherWithAnAgentThatShips() {
    ScriptedModel model =
        new ScriptedModel()
            .heldToSchemas()
            .answering(
                """
                {"company-analysis": {"services": [], "customers": [], "places": [],
                  "founded": [], "employees": [], "industry": [], "challenges": []},
                 "fleet-size": %s}\
                """
                    .formatted(SAID));
    Pipeline pipeline =
        Pipelines.standard().toBuilder("fleet")
            .add(new FleetSizeAgent())
            .asking(CompanyProfile.KEY, FleetSize.KEY)
            .build();
    Company company = Company.named("Northgate").withWebsite("https://northgate.example/");
    Prospector prospector =
        Prospector.builder()
            .pages(FixedPages.of("https://northgate.example/", PAGE))
            .model(model, Budget.unlimited())
            .build();
    try (Run run = prospector.start(pipeline, List.of(Lead.of(LeadId.of("1"), company)))) {
      Dossier dossier = run.results().findFirst().orElseThrow().dossier();
      assertThat(dossier.find(FleetSize.KEY).orElseThrow().vehicles().value()).contains(45);
    }
    assertThat(model.requests().get(0).schema().orElseThrow().json())
        .contains("\"company-analysis\"", "\"fleet-size\"");
  }

  /** Where these tests are run from a jar, as on another Spring Boot, there are no sources. */
  @Test
  void recordRulesAndPromptTakeLessThanSixtyLines() throws Exception {
    assumeThat(SOURCES).exists();
    long lines = 0;
    for (Path file :
        List.of(
            SOURCES.resolve("FleetSize.java"),
            SOURCES.resolve("FleetSizeAgent.java"),
            PROMPTS.resolve("fleet-size.md"))) {
      lines +=
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .filter(line -> !line.matches("(?:package|import|/\\*\\*|\\*|@Override).*"))
              .count();
    }
    assertThat(lines).isLessThan(60);
  }
}
