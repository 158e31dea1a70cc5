package dev.prospector.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.dossier.Section;
import dev.prospector.error.ConfigurationException;
import org.junit.jupiter.api.Test;

class PipelineTest {

  record Note(String text) {}

  private static final Section<Note> A = Section.of("a", Note.class, 1);
  private static final Section<Note> B = Section.of("b", Note.class, 1);
  private static final Section<Note> C = Section.of("c", Note.class, 1);
  private static final Section<Note> NOWHERE = Section.of("nowhere", Note.class, 1);

  private record Noting(AgentSpec<Note> spec) implements Agent<Note> {
    @Override
    public Note byRules(AgentInput input) {
      return new Note("");
    }
  }

  private static Agent<Note> agent(AgentSpec<Note> spec) {
    return new Noting(spec);
  }

  @Test
  void aCycleAMissingWriterAndTwoWritersAreReportedAtOnce() {
    Pipeline.Builder broken =
        Pipeline.named("broken")
            .add(
                agent(AgentSpec.writing(A).reading(B)),
                agent(AgentSpec.writing(B).reading(A)),
                agent(AgentSpec.writing(C).named("first").reading(NOWHERE)),
                agent(AgentSpec.writing(C).named("second")));
    ConfigurationException e = catchThrowableOfType(ConfigurationException.class, broken::build);
    assertThat(e.problems()).hasSize(3);
    assertThat(e.problems())
        .anySatisfy(p -> assertThat(p).contains("circle", "'a' waits for 'b' waits for 'a'"))
        .anySatisfy(p -> assertThat(p).contains("'first'", "'nowhere'", "no agent writes"))
        .anySatisfy(p -> assertThat(p).contains("'c'", "2 writers", "'first' and 'second'"));
    assertThat(e).hasMessageContaining("pipeline 'broken'");
  }

  @Test
  void agentsAreOrderedByWhatTheyReadWhateverTheOrderGiven() {
    Pipeline pipeline =
        Pipeline.named("ordered")
            .add(
                agent(AgentSpec.writing(C).reading(B)),
                agent(AgentSpec.writing(B).reading(A)),
                agent(AgentSpec.writing(A)))
            .build();
    assertThat(pipeline.agents()).extracting(a -> a.spec().id()).containsExactly("a", "b", "c");
  }
}
