package dev.prospector.agents.wanted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.score.Scores;
import dev.prospector.call.Effect;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who is excluded, or surely outside the industries, costs nothing after the company's analysis.
 */
class RuledOutTest {

  /** Counts what it is asked. */
  private static final class Counted implements WebSearch {
    private final List<String> asked = new ArrayList<>();

    @Override
    public Result search(String query, String country, int limit) {
      asked.add(query);
      return new Result.Hits(List.of());
    }

    @Override
    public String identity() {
      return "counted";
    }

    @Override
    public boolean isFixed() {
      return true;
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }
  }

  private static BusinessContext seller(String... industries) {
    return SiteFixture.SELLER.toBuilder().items(Items.INDUSTRIES, List.of(industries)).build();
  }

  private static SiteFixture site(String said) {
    return new SiteFixture()
        .page(
            "http://bemestar.example/",
            "<html lang=pt><head><title>Bem Estar</title></head><body><main><h1>Bem Estar</h1><p>"
                + said
                + "</p></main><footer>contato@bemestar.example (11)"
                + " 4002-8922</footer></body></html>");
  }

  private static LeadResult run(
      Pipeline pipeline, BusinessContext context, SiteFixture site, WebSearch search, Lead lead) {
    Prospector prospector =
        Prospector.builder().businessContext(context).pages(site).search(search).build();
    try (Run run = prospector.start(pipeline, List.of(lead))) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private static Optional<RuledOut.Kind> kind(LeadResult result) {
    return result.dossier().find(CompanyProfile.KEY).orElseThrow().ruledOut().map(RuledOut::kind);
  }

  private static final Lead LEAD = SiteFixture.lead("1", "Bem Estar", "bemestar.example");

  @ParameterizedTest
  @CsvSource({
    "AVOID_DOMAINS, bemestar.example, AVOIDED_DOMAIN",
    "AVOID_COMPANIES, BEM ESTAR LTDA, AVOIDED_COMPANY",
    "COMPETITORS, Bem Estar, COMPETITOR"
  })
  void whoIsOnAListIsNeitherSearchedForNorWrittenTo(Items list, String entry, RuledOut.Kind kind) {
    Counted search = new Counted();
    BusinessContext context = seller().toBuilder().items(list, List.of(entry)).build();
    LeadResult result =
        run(
            Pipelines.enhanced(Tier.NOT_QUALIFIED),
            context,
            site("Somos uma transportadora com frota própria."),
            search,
            LEAD);
    assertThat(kind(result)).contains(kind);
    assertThat(search.asked).isEmpty();
    assertThat(result.dossier().find(ExternalIntelligence.KEY)).isEmpty();
    assertThat(result.dossier().find(Messages.KEY)).isEmpty();
    assertThat(result.dossier().find(Scores.KEY)).isPresent();
    assertThat(result.steps())
        .filteredOn(s -> s.step().equals("external-research"))
        .extracting(StepResult::state)
        .containsExactly(StepResult.State.SKIPPED);
  }

  @Test
  void aCompanyOfAnotherStatedIndustryStopsUnlessEveryTierGoesOn() {
    SiteFixture clinic =
        site("Somos uma clínica odontológica. Atendemos crianças e adultos com hora marcada.");
    BusinessContext context = seller("transporte rodoviário de cargas");
    Counted search = new Counted();
    LeadResult stopped = run(Pipelines.enhanced(), context, clinic, search, LEAD);
    assertThat(kind(stopped)).contains(RuledOut.Kind.OTHER_INDUSTRY);
    assertThat(search.asked).isEmpty();
    assertThat(stopped.dossier().find(Scores.KEY)).isPresent();
    LeadResult all =
        run(Pipelines.enhanced(Tier.NOT_QUALIFIED), context, clinic, new Counted(), LEAD);
    assertThat(all.dossier().find(ExternalIntelligence.KEY)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The trade that is looked for.
        "transporte rodoviário de cargas|Somos uma transportadora com frota própria.",
        // It says nothing of what it is.
        "transporte rodoviário de cargas|Fale conosco e conheça a nossa história de muitos anos.",
        // It also does what is looked for.
        "transporte rodoviário de cargas|Somos uma clínica odontológica. Somos também uma"
            + " transportadora.",
        // Words that may mean any industry.
        "quem tem muitos veículos próprios|Somos uma clínica odontológica."
      })
  void whatIsUnknownOrOpenStopsNobody(String industry, String said) {
    LeadResult result =
        run(Pipelines.enhanced(), seller(industry), site(said), new Counted(), LEAD);
    assertThat(kind(result)).isEmpty();
    assertThat(result.dossier().find(ExternalIntelligence.KEY)).isPresent();
  }

  @Test
  void aRowThatNamesNoCompanyIsNotSearchedFor() {
    Counted search = new Counted();
    LeadResult result =
        run(
            Pipelines.personaFirst(Tier.NOT_QUALIFIED),
            seller(),
            new SiteFixture(),
            search,
            SiteFixture.lead("1", "Lorem ipsum", ""));
    assertThat(kind(result)).contains(RuledOut.Kind.NO_COMPANY);
    assertThat(result.dossier().find(Messages.KEY)).isEmpty();
    assertThat(search.asked).isEmpty();
  }
}
