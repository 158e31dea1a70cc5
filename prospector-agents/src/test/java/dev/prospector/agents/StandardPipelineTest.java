package dev.prospector.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.contact.ContactDetails;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.registration.Registration;
import dev.prospector.agents.registration.RegistrationAgent;
import dev.prospector.agents.score.Scores;
import dev.prospector.agents.website.Website;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.SnapshotId;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStatus;
import dev.prospector.memory.InMemoryJournal;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandardPipelineTest {

  private static final Lead SERRA_AZUL =
      SiteFixture.lead("1", "TRANSPORTES SERRA AZUL LTDA", "serraazul.example");

  private static LeadResult serraAzul() {
    return SiteFixture.haulage().run(Pipelines.standard(), SiteFixture.SELLER, SERRA_AZUL);
  }

  @Test
  void readsWhatASmallSiteSaysAndQualifiesIt() {
    LeadResult result = serraAzul();
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    ContactDetails contacts = result.dossier().find(ContactDetails.KEY).orElseThrow();
    assertThat(contacts.emails())
        .extracting(e -> e.address().known())
        .containsExactly("contato@serraazul.example");
    assertThat(contacts.phones())
        .extracting(p -> p.number().known())
        .containsExactly("+551140028922");
    CompanyProfile profile = result.dossier().find(CompanyProfile.KEY).orElseThrow();
    assertThat(profile.founded().value()).contains(Year.of(1987));
    assertThat(profile.employees().value()).contains(120);
    assertThat(result.dossier().find(Registration.KEY).orElseThrow().number().value())
        .contains("11222333000181");
    assertThat(result.dossier().find(Qualification.KEY).orElseThrow().tier())
        .isIn(Tier.HIGH, Tier.MEDIUM);
    assertThat(result.dossier().find(Scores.KEY).orElseThrow().readiness())
        .isEqualTo(Scores.Readiness.READY);
  }

  @Test
  void everyQuoteStandsInItsSnapshotAtItsPlace() {
    LeadResult result = serraAzul();
    Map<SnapshotId, Snapshot> snapshots =
        result.snapshots().stream()
            .collect(Collectors.toMap(Snapshot::id, Function.identity(), (a, b) -> a));
    ContactDetails contacts = result.dossier().find(ContactDetails.KEY).orElseThrow();
    List<Claim<?>> claims =
        List.of(
            contacts.emails().get(0).address().best(),
            contacts.phones().get(0).number().best(),
            result.dossier().find(CompanyProfile.KEY).orElseThrow().founded().claims().get(0),
            result.dossier().find(Intake.KEY).orElseThrow().name().claims().get(0));
    for (Claim<?> claim : claims) {
      String text = java.util.Objects.requireNonNull(snapshots.get(claim.snapshot())).text();
      assertThat(claim.span().of(text)).isEqualTo(claim.quote());
    }
  }

  @Test
  void everySectionSurvivesTheWayThroughJson() {
    for (Entry<?> entry : serraAzul().dossier().entries()) {
      assertRoundTrip(entry);
    }
  }

  private static <T> void assertRoundTrip(Entry<T> entry) {
    SectionCodec codec = new SectionCodec();
    String json = codec.encode(entry.section(), entry.value());
    T read = codec.decode(entry.section(), entry.section().format(), json);
    assertThat(read).as(entry.section().name()).isEqualTo(entry.value());
    assertThat(codec.encode(entry.section(), read)).isEqualTo(json);
  }

  @Test
  void aLeadWithoutAnyPageIsStillProcessedFromItsRow() {
    LeadResult result =
        new SiteFixture()
            .run(
                Pipelines.standard(),
                SiteFixture.SELLER,
                SiteFixture.lead("2", "Cooperativa de Fretes", ""));
    assertThat(result.status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(result.dossier().find(Intake.KEY).orElseThrow().country().value()).contains("BR");
    assertThat(result.dossier().find(CompanyProfile.KEY).orElseThrow().industry())
        .isEqualTo(Fact.unknown());
    assertThat(result.dossier().find(Scores.KEY).orElseThrow().readiness())
        .isEqualTo(Scores.Readiness.NEEDS_RESEARCH);
  }

  @Test
  void aPageThatIsAbsentAndOneThatFailedAreTold() {
    SiteFixture site =
        new SiteFixture()
            .page(
                "http://serraazul.example/",
                "<html><body><h1>Em construção</h1><p>Site em construção</p></body></html>");
    LeadResult result = site.run(Pipelines.standard(), SiteFixture.SELLER, SERRA_AZUL);
    Website website = result.dossier().find(Website.KEY).orElseThrow();
    assertThat(website.pages()).isEmpty();
    assertThat(website.unread())
        .extracting(Website.Unread::outcome)
        .contains(Website.Unread.Outcome.NO_CONTENT);
  }

  @Test
  void aChangedAgentVersionRunsExactlyThatAgentAndThoseDownstream() throws Exception {
    Prospector prospector =
        Prospector.builder()
            .businessContext(SiteFixture.SELLER)
            .pages(SiteFixture.haulage())
            .journal(new InMemoryJournal())
            .build();
    prospector.start(Pipelines.standard(), List.of(SERRA_AZUL)).await();
    Pipeline changed =
        Pipelines.standard().toBuilder("changed").replace(new NewerRegistration()).build();
    try (Run run = prospector.start(changed, List.of(SERRA_AZUL))) {
      LeadResult result = run.results().findFirst().orElseThrow();
      assertThat(result.steps())
          .filteredOn(s -> s.state() == StepResult.State.COMPLETED)
          .extracting(StepResult::step)
          .containsExactlyInAnyOrder("registration", "qualification", "scores");
      assertThat(result.steps())
          .filteredOn(s -> s.state() == StepResult.State.REUSED)
          .extracting(StepResult::step)
          .containsExactlyInAnyOrder(
              "intake", "website", "contact-details", "technology", "company-analysis");
    }
  }

  private static final class NewerRegistration implements Agent<Registration> {
    private final RegistrationAgent same = new RegistrationAgent();

    @Override
    public AgentSpec<Registration> spec() {
      return same.spec().version(same.spec().version() + 1);
    }

    @Override
    public Registration byRules(AgentInput input) throws InterruptedException {
      return same.byRules(input);
    }
  }

  @Test
  void aChangedBusinessContextRunsOnlyWhatReadsIt() throws Exception {
    InMemoryJournal journal = new InMemoryJournal();
    SiteFixture site = SiteFixture.haulage();
    Prospector.builder()
        .businessContext(SiteFixture.SELLER)
        .pages(site)
        .journal(journal)
        .build()
        .start(Pipelines.standard(), List.of(SERRA_AZUL))
        .await();
    Prospector other =
        Prospector.builder()
            .businessContext(SiteFixture.SELLER.toBuilder().margin(0.4).build())
            .pages(site)
            .journal(journal)
            .build();
    try (Run run = other.start(Pipelines.standard(), List.of(SERRA_AZUL))) {
      assertThat(run.results().findFirst().orElseThrow().steps())
          .filteredOn(s -> s.state() == StepResult.State.COMPLETED)
          .extracting(StepResult::step)
          .containsExactlyInAnyOrder("company-analysis", "qualification", "scores");
    }
  }

  @Test
  void theGraphPrintsItself() {
    assertThat(Pipelines.standard().toText())
        .startsWith("pipeline standard: 8 agents")
        .contains("qualification");
    assertThat(Pipelines.standard().toMermaid())
        .startsWith("flowchart TD")
        .contains("intake --> website");
  }
}
