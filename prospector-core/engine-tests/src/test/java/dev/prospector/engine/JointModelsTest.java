package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Prompt;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Forecast;
import dev.prospector.dossier.Section;
import dev.prospector.engine.Together.Ended;
import dev.prospector.engine.Together.Model;
import dev.prospector.engine.Together.Said;
import dev.prospector.event.RunId;
import dev.prospector.model.Capabilities;
import dev.prospector.model.Capabilities.SchemaForm;
import dev.prospector.model.Models;
import dev.prospector.model.Schema;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which models are asked jointly, and which agent by agent or in halves. */
@Timeout(60)
class JointModelsTest {

  private static final RunOptions OPTIONS = RunOptions.defaults().withId(RunId.of("run"));

  private static LeadResult run(Model model) throws InterruptedException {
    return run(model, Together.pipeline(), OPTIONS);
  }

  private static LeadResult run(Model model, Pipeline pipeline) throws InterruptedException {
    return run(model, pipeline, OPTIONS);
  }

  private static LeadResult run(Model model, Pipeline pipeline, RunOptions options)
      throws InterruptedException {
    Prospector prospector = Prospector.builder().model(model, Budget.unlimited()).build();
    try (Run run = prospector.start(pipeline, Steps.leads(1).iterator(), options)) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private static <T> T section(LeadResult result, Section<T> section) {
    return result.dossier().find(section).orElseThrow();
  }

  @Test
  void joiningIsTurnedOffByAnOptionOfTheRun() throws Exception {
    Model model =
        Model.saying(request -> request.materialText().contains("of said") ? "word of Ana" : "Ana");
    LeadResult result = run(model, Together.pipeline(), OPTIONS.withoutJoining());

    assertThat(model.asked).hasSize(3).allMatch(request -> request.schema().isEmpty());
    assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: Ana", 11));
  }

  @Test
  void aModelThatIsHeldToNoSchemaIsAskedByEachAgent() throws Exception {
    Model model =
        Model.saying(request -> request.materialText().contains("of said") ? "word of Ana" : "Ana")
            .that(new Capabilities(100_000, 10_000, SchemaForm.JSON, true));
    assertThat(section(run(model), Said.KEY)).isEqualTo(new Said("Ana", "word of Ana"));
    assertThat(model.asked).hasSize(3).allMatch(request -> request.schema().isEmpty());
  }

  @Test
  void aModelWhoseAnswersAreTooShortIsAskedInHalves() throws Exception {
    Model model = halves(new Capabilities(100_000, 250, SchemaForm.STRICT, true));
    run(model);
    assertThat(model.parts()).containsExactly(List.of("named", "said"), List.of());
  }

  @Test
  void aModelWhoseContextIsTooSmallIsAskedInHalves() throws Exception {
    Model model = halves(new Capabilities(2_500, 10_000, SchemaForm.TOOL, true));
    run(model);
    assertThat(model.parts()).containsExactly(List.of("named", "said"), List.of());
  }

  private static Model halves(Capabilities can) {
    return Model.saying(
            request ->
                request.schema().isPresent()
                    ? """
                    {"named": "Ana", "said": "word of Ana"}\
                    """
                    : "done")
        .that(can);
  }

  @Test
  void agentsThatAskOtherModelsAreNotJoined() throws Exception {
    Model model =
        Model.saying(
            """
            {"named": "Ana", "said": "word of Ana"}\
            """);
    Model other = Model.saying("done");
    Prospector prospector =
        Prospector.builder()
            .models(Models.of(model).withAgent("ended", other), Budget.unlimited())
            .build();
    try (Run run = prospector.start(Together.pipeline(), Steps.leads(1).iterator(), OPTIONS)) {
      LeadResult result = run.results().findFirst().orElseThrow();
      assertThat(section(result, Ended.KEY)).isEqualTo(new Ended("Ana: done", 11));
    }
    assertThat(model.parts()).containsExactly(List.of("named", "said"));
    assertThat(other.asked).hasSize(1);
  }

  @Test
  void aSchemaThatRefersWithinItselfIsAskedAlone() throws Exception {
    Prompt referring =
        Together.Asked.prompt("named")
            .withSchema(Schema.of("named", "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {}}}"));
    Model model = Model.saying(request -> "word of word");
    run(
        model,
        Together.pipeline(Together.names().with(referring), Together.says(), Together.ends()));
    assertThat(model.parts()).startsWith(List.of("named")).doesNotContain(List.of("named", "said"));
  }

  @Test
  void theForecastCoversAJointQuestionAndItsRepair() throws Exception {
    Model model = Model.saying("{\"named\": \"Ana\"}", "{\"ended\": \"done\"}");
    Forecast forecast =
        Prospector.builder()
            .model(model, Budget.unlimited())
            .build()
            .forecast(Together.pipeline(), 1);
    run(model);

    assertThat(forecast.low().calls()).isEqualTo(1);
    assertThat(forecast.high().calls()).isEqualTo(6);
    assertThat(model.asked.size()).isBetween(1, 6);
  }
}
