package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.budget.Budget;
import dev.prospector.call.Effect;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.memory.InMemoryLeadStore;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Role;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The same lead once more, after a change: {@code first} asks a model, {@code second} reads what it
 * wrote, and {@code third} neither. Exactly what reads the changed thing is executed.
 */
class RerunTest {

  private static final Lead LEAD = Steps.lead("Company");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryLeadStore leads = new InMemoryLeadStore();

  /** Says which model it asked, and how. */
  private record Asking(String words) implements ModelAgent<Steps.First> {
    @Override
    public AgentSpec<Steps.First> spec() {
      return AgentSpec.writing(Steps.First.KEY).readingLead();
    }

    @Override
    public Steps.First byRules(AgentInput input) {
      return new Steps.First("rules", 1);
    }

    @Override
    public Prompt prompt() {
      return Prompt.of("first", Role.EXTRACT, "prompt " + words);
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.of(Question.about("material"));
    }

    @Override
    public Reading<Steps.First> read(
        AgentInput input, Question asked, LanguageModel.Answer answer) {
      return Reading.of(new Steps.First(answer.text(), 1));
    }
  }

  /** Repeats its instructions. */
  private static final class Echo extends PricedModel {
    Echo(String name) {
      super(name, Effect.READ);
    }

    @Override
    public Answer ask(Request request) {
      return saying(name() + " on " + request.instructions());
    }
  }

  private Map<String, StepResult.State> run(String prompt, String model)
      throws InterruptedException {
    Pipeline pipeline =
        Pipeline.named("test")
            .add(new Asking(prompt))
            .add(Steps.second(Steps::again))
            .add(
                Steps.agent(
                    AgentSpec.writing(Steps.Third.KEY).readingLead(),
                    input -> new Steps.Third(input.lead().company().name())))
            .build();
    Prospector prospector =
        Prospector.builder()
            .journal(journal)
            .leads(leads)
            .model(new Echo(model), Budget.unlimited())
            .build();
    try (Run run = prospector.start(pipeline, List.of(LEAD))) {
      LeadResult result = run.results().toList().get(0);
      return result.steps().stream().collect(Collectors.toMap(StepResult::step, StepResult::state));
    }
  }

  private static Map<String, StepResult.State> states(
      StepResult.State first, StepResult.State second, StepResult.State third) {
    return Map.of("first", first, "second", second, "third", third);
  }

  @Test
  void nothingChangedRunsNothing() throws Exception {
    assertThat(run("1", "small").values()).containsOnly(StepResult.State.COMPLETED);

    assertThat(run("1", "small").values()).containsOnly(StepResult.State.REUSED);
  }

  @Test
  void anotherPromptRunsWhatUsesItAndWhatReadsThat() throws Exception {
    run("1", "small");

    assertThat(run("2", "small"))
        .isEqualTo(
            states(
                StepResult.State.COMPLETED, StepResult.State.COMPLETED, StepResult.State.REUSED));
  }

  @Test
  void anotherModelRunsWhatAsksItAndWhatReadsThat() throws Exception {
    run("1", "small");

    assertThat(run("1", "large"))
        .isEqualTo(
            states(
                StepResult.State.COMPLETED, StepResult.State.COMPLETED, StepResult.State.REUSED));
  }

  @Test
  void aCorrectedFieldRunsOnlyWhatReadsIt() throws Exception {
    run("1", "small");
    Steps.correct(leads, LEAD, new Steps.First("a person's words", 1));

    assertThat(run("1", "small"))
        .isEqualTo(
            states(StepResult.State.REUSED, StepResult.State.COMPLETED, StepResult.State.REUSED));
    assertThat(leads.find(Tenant.DEFAULT, LEAD.id()).orElseThrow().dossier().find(Steps.Second.KEY))
        .contains(new Steps.Second("a person's words"));
  }
}
