package dev.prospector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.budget.Budget;
import dev.prospector.dossier.Author;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.testkit.RecordingSink;
import dev.prospector.testkit.ScriptedModel;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What events tell, for runs that are stored and for those that are not. */
class EventsTest {

  private static final Tenant ACME = new Tenant("acme");
  private static final RunOptions OPTIONS =
      RunOptions.defaults().withTenant(ACME).withId(RunId.of("run"));

  private final RecordingSink sink = new RecordingSink();

  private Prospector.Builder prospector(boolean stored) {
    Prospector.Builder builder = Prospector.builder().sink(sink);
    return stored ? builder.runs(new InMemoryRunStore(Clock.systemUTC())) : builder;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyEventTellsWhoseRunItIs(boolean stored) throws Exception {
    run(prospector(stored), Pipeline.named("test").add(Steps.first(i -> new Steps.First("a", 1))));

    assertThat(sink.all()).isNotEmpty().allMatch(e -> e.position().tenant().equals(ACME));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachLeadIsAcceptedOnceBeforeTheWorkOnItBegins(boolean stored) throws Exception {
    run(prospector(stored), Pipeline.named("test").add(Steps.first(i -> new Steps.First("a", 1))));

    List<RunEvent.LeadAccepted> accepted = sink.of(RunEvent.LeadAccepted.class);
    assertThat(accepted).extracting(RunEvent.LeadAccepted::index).containsExactly(0L, 1L, 2L);
    for (RunEvent.LeadAccepted one : accepted) {
      RunEvent.LeadStarted started =
          sink.of(RunEvent.LeadStarted.class).stream()
              .filter(e -> e.lead().equals(one.lead()))
              .findFirst()
              .orElseThrow();
      assertThat(started.position().number()).isGreaterThan(one.position().number());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLeadThatFailedTellsOfWhichStepAndWhyAndOneThatDidNotTellsNothing(boolean stored)
      throws Exception {
    Pipeline.Builder pipeline =
        Pipeline.named("test")
            .add(
                Steps.first(
                    input -> {
                      if (input.lead().id().value().equals("lead-1")) {
                        throw new IllegalStateException("no such column");
                      }
                      return new Steps.First("a", 1);
                    }));
    run(prospector(stored), pipeline);

    List<RunEvent.LeadFinished> ends = sink.of(RunEvent.LeadFinished.class);
    assertThat(ends)
        .filteredOn(e -> e.status() == LeadStatus.FAILED)
        .singleElement()
        .satisfies(e -> assertThat(e.reason()).startsWith("first: ").contains("no such column"));
    assertThat(ends)
        .filteredOn(e -> e.status() == LeadStatus.ENRICHED)
        .hasSize(2)
        .allMatch(e -> e.reason().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLeadOfOneWhoSaidNoTellsThat(boolean stored) throws Exception {
    SuppressionList no = new InMemorySuppressionList(new byte[32]);
    no.add(ACME, SuppressionList.Kind.DOMAIN, "no.example");
    Lead listed =
        Lead.of(LeadId.of("listed"), Company.named("A").withWebsite("https://no.example/"));
    Pipeline pipeline = Pipeline.named("test").add(Steps.first(Steps::name)).build();
    Prospector prospector = prospector(stored).suppression(no).build();
    try (Run run = prospector.start(pipeline, List.of(listed).iterator(), OPTIONS)) {
      run.await();
    }

    assertThat(sink.of(RunEvent.LeadFinished.class))
        .filteredOn(e -> e.status() == LeadStatus.SUPPRESSED)
        .singleElement()
        .satisfies(e -> assertThat(e.reason()).contains("suppression list"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStepTellsWhatItCostAndWhichModelAnswered(boolean stored) throws Exception {
    ScriptedModel model = new ScriptedModel().answering("a").answering("b").answering("c");
    run(
        prospector(stored).model(model, Budget.unlimited()),
        Pipeline.named("test").add(new Steps.Asking()));

    assertThat(sink.of(RunEvent.StepCompleted.class))
        .hasSize(3)
        .allMatch(e -> e.author() == Author.MODEL)
        .allMatch(e -> e.model().equals(model.name()))
        .allMatch(e -> e.usage().equals(ScriptedModel.COST));
  }

  private void run(Prospector.Builder prospector, Pipeline.Builder pipeline) throws Exception {
    try (Run run = prospector.build().start(pipeline.build(), Steps.leads(3).iterator(), OPTIONS)) {
      run.await();
    }
  }
}
