package dev.prospector.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.agent.Prompt;
import dev.prospector.agent.Question;
import dev.prospector.agent.Reading;
import dev.prospector.agent.Resource;
import dev.prospector.dossier.Section;
import dev.prospector.error.ConfigurationException;
import dev.prospector.model.LanguageModel.Answer;
import dev.prospector.model.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which agents can be asked in one request. */
class JointPipelineTest {

  record Note(String text) {}

  private static final Section<Note> A = Section.of("a", Note.class, 1);
  private static final Section<Note> B = Section.of("b", Note.class, 1);
  private static final Section<Note> C = Section.of("c", Note.class, 1);

  private record Rules(AgentSpec<Note> spec) implements Agent<Note> {
    @Override
    public Note byRules(AgentInput input) {
      return new Note("");
    }
  }

  private record Asked(AgentSpec<Note> spec, Role role) implements ModelAgent<Note> {
    @Override
    public Note byRules(AgentInput input) {
      return new Note("");
    }

    @Override
    public Prompt prompt() {
      return Prompt.of(spec.id(), role, "say");
    }

    @Override
    public Optional<Question> question(AgentInput input) {
      return Optional.empty();
    }

    @Override
    public Reading<Note> read(AgentInput input, Question asked, Answer answer) {
      return Reading.of(new Note(answer.text()));
    }
  }

  private static Agent<Note> asked(AgentSpec<Note> spec) {
    return new Asked(spec, Role.REASON);
  }

  private static List<String> problems(Pipeline.Builder builder) {
    return catchThrowableOfType(ConfigurationException.class, builder::build).problems();
  }

  private static Pipeline.Builder chain(Agent<Note> between) {
    return Pipeline.named("joint")
        .add(asked(AgentSpec.writing(A)), between, asked(AgentSpec.writing(C).reading(B)))
        .asking(A, C);
  }

  @Test
  void agentsAreAskedTogetherWithRulesBetweenThem() {
    Pipeline pipeline = chain(new Rules(AgentSpec.writing(B).reading(A))).build();

    assertThat(pipeline.plan().together()).containsExactly(List.of(0, 2));
    assertThat(pipeline.toText()).contains("asked together: a, c");
    assertThat(pipeline.toBuilder("again").build().plan().together()).hasSize(1);
    assertThat(pipeline.without(List.of("c")).plan().together()).containsExactly(List.of(0));
  }

  @Test
  void anAgentThatAsksOutsideDoesNotStandBetween() {
    AgentSpec<Note> between = AgentSpec.writing(B).reading(A);
    assertThat(problems(chain(asked(between))))
        .singleElement()
        .asString()
        .contains("'b' asks outside");
    assertThat(problems(chain(new Rules(between.using(Resource.PAGES)))))
        .singleElement()
        .asString()
        .contains("'b' asks outside", "'a', 'c'");
    assertThat(problems(chain(asked(between)).asking(B))).hasSize(1);
  }

  /** Also where the gate stands after an agent by rules that reads the deciding one. */
  @Test
  void noMemberDecidesByAGateOverAnother() {
    Gate<Note> direct = Gate.after(A, note -> Optional.<String>empty()).guarding(C);
    Gate<Note> through = Gate.after(B, note -> Optional.<String>empty()).guarding(C);
    for (Gate<Note> gate : List.of(direct, through)) {
      Pipeline.Builder builder = chain(new Rules(AgentSpec.writing(B).reading(A))).gate(gate);
      assertThat(problems(builder))
          .singleElement()
          .asString()
          .contains("'a' decides by a gate whether 'c' is asked");
    }
    Gate<Note> after = Gate.after(C, note -> Optional.<String>empty());
    assertThat(chain(new Rules(AgentSpec.writing(B).reading(A))).gate(after).build()).isNotNull();
  }

  @Test
  void membersNeedModelsForOneRole() {
    Pipeline.Builder mixed =
        Pipeline.named("mixed")
            .add(asked(AgentSpec.writing(A)), new Asked(AgentSpec.writing(B), Role.WRITE))
            .asking(A, B);
    assertThat(problems(mixed))
        .singleElement()
        .asString()
        .contains("REASON", "WRITE", "'a'", "'b'");
  }

  @Test
  void membersAreAskedAfterThoseForWhichTheyWaitAndInOnePlace() {
    Pipeline.Builder turned =
        Pipeline.named("turned")
            .add(asked(AgentSpec.writing(A)), asked(AgentSpec.writing(B).readingIfPresent(A)))
            .asking(B, A)
            .asking(A, C);
    assertThat(problems(turned))
        .anySatisfy(p -> assertThat(p).contains("'b' is asked before 'a'"))
        .anySatisfy(p -> assertThat(p).contains("'a' is asked for in two places"))
        .anySatisfy(p -> assertThat(p).contains("'c', which no agent writes"))
        .hasSize(3);
  }
}
