package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.Resource;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Rejection;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.Note;
import dev.prospector.testkit.OneStep;
import dev.prospector.testkit.ScriptedModel;
import org.junit.jupiter.api.Test;

class OneStepTest {

  @Test
  void anAgentIsGivenItsSectionsSnapshotsLeadContextAndPages() {
    Snapshot page = Snapshot.page("https://a.example/", "We have 12 trucks");
    OneStep.Outcome<Note> outcome =
        OneStep.of(
                Steps.agent(
                    AgentSpec.writing(Note.KEY)
                        .reading(Steps.First.KEY)
                        .readingLead()
                        .readingContext()
                        .readingDate()
                        .using(Resource.PAGES),
                    input ->
                        new Note(
                            String.join(
                                "|",
                                input.get(Steps.First.KEY).text(),
                                input.snapshot(page.id()).text(),
                                input.lead().company().name(),
                                input.context().language().tag(),
                                input
                                    .pages()
                                    .fetch("https://b.example/")
                                    .page()
                                    .orElseThrow()
                                    .body(),
                                input.asOf().toString()))))
            .with(Steps.First.KEY, new Steps.First("first", 1))
            .snapshot(page)
            .lead(Steps.lead("Company"))
            .context(BusinessContext.empty())
            .pages(FixedPages.of("https://b.example/", "<p>b"))
            .run();

    assertThat(outcome.written().text())
        .startsWith("first|We have 12 trucks|Company|")
        .endsWith("|<p>b|2026-01-01T00:00:00Z");
  }

  @Test
  void claimsThatFellAreShownWithTheirReason() {
    OneStep.Outcome<Note> outcome =
        OneStep.of(
                Steps.agent(
                    AgentSpec.writing(Note.KEY),
                    input -> {
                      Snapshot page = input.keep(Snapshot.page("https://a.example/", "text"));
                      return new Note(
                          ""
                              + input
                                  .evidence()
                                  .claim("f", ValueTypes.TEXT, "x", page, "y")
                                  .isEmpty());
                    }))
            .run();

    assertThat(outcome.written().text()).isEqualTo("true");
    assertThat(outcome.rejections())
        .containsExactly(new Rejection("f", Rejection.Reason.QUOTE_NOT_FOUND));
    assertThat(outcome.snapshots()).hasSize(1);
  }

  @Test
  void aModelThatIsGivenIsAskedAndOneThatIsNotIsNot() {
    Steps.Asking agent = new Steps.Asking();

    assertThat(OneStep.of(agent).run().written().text()).isEqualTo("rules");
    assertThat(OneStep.of(agent).model(new ScriptedModel().answering("m")).run().written().text())
        .isEqualTo("m");
  }

  @Test
  void aStepThatFailsShowsWhy() {
    OneStep.Outcome<Note> outcome =
        OneStep.of(
                Steps.agent(
                    AgentSpec.<Note>writing(Note.KEY),
                    input -> {
                      throw new IllegalStateException("cannot do this");
                    }))
            .run();

    assertThat(outcome.step().state()).isEqualTo(StepResult.State.FAILED);
    assertThatThrownBy(outcome::written).hasMessageContaining("cannot do this");
  }

  @Test
  void aSectionThatIsNotGivenIsNamed() {
    assertThatThrownBy(() -> OneStep.of(Steps.second(Steps::again)).run())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'first'");
  }
}
