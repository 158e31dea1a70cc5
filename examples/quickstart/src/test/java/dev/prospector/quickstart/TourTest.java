package dev.prospector.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.Prospector;
import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.score.Scores;
import dev.prospector.error.ConfigurationException;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Gate;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the manual shows, done. */
class TourTest {

  private final Path data = BundledData.FOLDER;
  private final List<Lead> leads = BundledData.leads().subList(0, 3);

  private Prospector prospector() {
    // region prospector
    Prospector prospector =
        Prospector.builder()
            .businessContext(BusinessContexts.read(data.resolve("context.yaml")))
            .pages(PageArchive.open(data.resolve("pages")))
            .build();
    // endregion
    return prospector;
  }

  private LeadResult first(Pipeline pipeline) {
    try (Run run = prospector().start(pipeline, leads.subList(0, 1))) {
      return run.results().findFirst().orElseThrow();
    }
  }

  @Test
  void everyValueLeadsBackToItsQuote() {
    LeadResult result = first(Pipelines.standard());
    // region quotes
    CompanyProfile profile = result.dossier().find(CompanyProfile.KEY).orElseThrow();
    String employees =
        profile
            .employees()
            .fold(
                known -> known.known() + ", because it says: " + known.best().quote(),
                () -> "nobody said",
                absent -> "none, as a source says",
                contradicted -> contradicted.sides().size() + " different numbers");
    // endregion
    assertThat(employees).startsWith("310, because it says: ");
    // region snapshot
    Claim<?> claim = profile.employees().claims().get(0);
    Snapshot text =
        result.snapshots().stream()
            .filter(snapshot -> snapshot.id().equals(claim.snapshot()))
            .findFirst()
            .orElseThrow();
    assertThat(claim.span().of(text.text())).isEqualTo(claim.quote());
    // endregion
  }

  @Test
  void aHostAddsAnAgentOfItsOwn() {
    // region own-agent
    Pipeline pipeline = Pipelines.standard().toBuilder("fleet").add(new FleetSizeAgent()).build();
    // endregion
    Fact<Integer> vehicles = first(pipeline).dossier().find(FleetSize.KEY).orElseThrow().vehicles();
    assertThat(vehicles.claims()).isNotEmpty();
  }

  @Test
  void aGateSavesTheWorkThatIsNotWorthIt() {
    // region gate
    Pipeline pipeline =
        Pipelines.standard().toBuilder("sieve")
            .gate(
                Gate.after(
                        Qualification.KEY,
                        verdict ->
                            verdict.tier() == Tier.HIGH
                                ? Optional.empty()
                                : Optional.of("tier " + verdict.tier()))
                    .guarding(Scores.KEY))
            .build();
    // endregion
    try (Run run = prospector().start(pipeline, leads)) {
      assertThat(run.results().flatMap(result -> result.steps().stream()))
          .filteredOn(step -> step.state() == StepResult.State.SKIPPED)
          .isNotEmpty()
          .allMatch(step -> step.step().equals("scores") && step.reason().contains("tier "));
    }
  }

  @Test
  void aPipelineThatCannotWorkSaysEverythingThatIsWrong() {
    assertThatThrownBy(
            () -> {
              // region broken
              Pipeline.named("broken").add(new FleetSizeAgent(), new FleetSizeAgent()).build();
              // endregion
            })
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .anyMatch(problem -> problem.contains("section 'fleet-size' has 2 writers"))
                    .anyMatch(problem -> problem.contains("reads section 'website'")));
  }

  @Test
  void aSecondRunExecutesNothingAgain() throws Exception {
    Prospector prospector = prospector();
    // region rerun
    try (Run run = prospector.start(Pipelines.standard(), leads)) {
      run.await();
    }
    try (Run again = prospector.start(Pipelines.standard(), leads)) {
      RunProgress progress = again.await();
      assertThat(progress.steps().executed()).isZero();
    }
    // endregion
  }
}
