package dev.prospector.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.argument.Overlap;
import dev.prospector.agents.argument.PartialDate;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.need.BuyingTriggers;
import dev.prospector.agents.need.PainPoints;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.agents.persona.Persona;
import dev.prospector.agents.qualification.Qualification;
import dev.prospector.agents.qualification.Tier;
import dev.prospector.agents.research.ExternalIntelligence;
import dev.prospector.agents.route.Route;
import dev.prospector.agents.score.Scores;
import dev.prospector.agents.signal.TriggerKind;
import dev.prospector.agents.strategy.ApproachPlan;
import dev.prospector.agents.strategy.StrategyEvaluation;
import dev.prospector.call.Effect;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.dossier.Entry;
import dev.prospector.dossier.SectionCodec;
import dev.prospector.event.RunEvent;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Lead;
import dev.prospector.lead.Tenant;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.privacy.SuppressionList.Kind;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.run.RunOptions;
import dev.prospector.web.WebSearch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole catalogue on rules, over one small company. */
class CatalogueTest {

  private static final Instant TODAY =
      LocalDate.of(2026, 11, 20).atStartOfDay().toInstant(ZoneOffset.UTC);

  private static final BusinessContext SELLER =
      SiteFixture.SELLER.toBuilder()
          .items(
              BusinessContext.Items.PRODUCTS,
              List.of(
                  "Planejador de rotas com janelas de entrega",
                  "Telemetria de consumo de combustível por veículo"))
          .items(
              BusinessContext.Items.ADVANTAGES,
              List.of(
                  "implantação em três semanas", "funciona com os rastreadores que a frota já tem"))
          .text(
              BusinessContext.Text.VALUE_PROPOSITION,
              "Menos quilômetros rodados e uma hora de chegada em que o cliente pode confiar")
          .build();

  private static SiteFixture site() {
    return SiteFixture.haulage()
        .page(
            "http://serraazul.example/",
            "<html lang=pt><head><title>Transportes Serra Azul</title></head><body><nav><a"
                + " href='/contato'>Contato</a> <a href='/sobre'>Sobre nós</a> <a"
                + " href='/noticias'>Notícias</a></nav><main><h1>Transporte de carga no interior de"
                + " São Paulo</h1><p>Somos uma transportadora com frota própria e rotas regionais."
                + " Cuidamos das suas cargas e das suas entregas todos os dias.</p><p>Nosso custo"
                + " de combustível subiu demais e nos preocupa todo mês.</p></main></body></html>")
        .page(
            "http://serraazul.example/sobre",
            "<html lang=pt><head><title>Sobre nós</title></head><body><h1>Quem somos</h1>"
                + "<p>A empresa foi fundada em 1987 e hoje tem 120 colaboradores.</p>"
                + "<h3>Rogério Valadão</h3><p>Gerente de transportes</p></body></html>")
        .page(
            "http://serraazul.example/noticias",
            "<html lang=pt><head><title>Notícias</title></head><body><h1>Notícias</h1>"
                + "<h2>Setembro de 2026 – Novo galpão</h2>"
                + "<p>Inauguramos em Bauru o nosso segundo galpão, ao lado da rodovia.</p>"
                + "<h2>Maio de 2026 – Tecnologia</h2>"
                + "<p>A equipe está avaliando fornecedores de rastreamento e pretende decidir até"
                + " dezembro.</p>"
                + "<h2>Março de 2019 – Filial</h2><p>Abrimos a filial de Marília.</p>"
                + "</body></html>");
  }

  private static final Lead LEAD =
      SiteFixture.lead("1", "TRANSPORTES SERRA AZUL LTDA", "serraazul.example");

  static LeadResult run(Pipeline pipeline, Language language, WebSearch search) {
    return run(pipeline, SELLER.toBuilder().language(language).build(), search, site());
  }

  private static LeadResult run(
      Pipeline pipeline, BusinessContext context, WebSearch search, SiteFixture site) {
    Prospector prospector =
        Prospector.builder().businessContext(context).pages(site).search(search).build();
    RunOptions options = RunOptions.defaults().withAsOf(TODAY);
    try (Run run = prospector.start(pipeline, List.of(LEAD).iterator(), options)) {
      return run.results().findFirst().orElseThrow();
    }
  }

  static LeadResult enhanced() {
    return run(Pipelines.enhanced(), Language.PT_BR, WebSearch.none());
  }

  /** Who says no while the lead is worked on is asked again when it is handed out. */
  @Test
  void aDraftToAnAddressThatSaidNoSinceIsLeftOutWithTheReason() {
    Messages.Draft email = email(enhanced());
    SuppressionList list = new InMemorySuppressionList(new byte[32]);
    Prospector prospector =
        Prospector.builder()
            .businessContext(SELLER)
            .pages(site())
            .suppression(list)
            .sink(
                event -> {
                  if (event instanceof RunEvent.StepCompleted c && c.step().equals("briefing")) {
                    list.add(Tenant.DEFAULT, Kind.EMAIL, email.recipient().value());
                    list.add(
                        Tenant.DEFAULT,
                        Kind.PERSON_AT_COMPANY,
                        "Rogério Valadão\nTRANSPORTES SERRA AZUL LTDA");
                  }
                })
            .build();
    RunOptions options = RunOptions.defaults().withAsOf(TODAY);
    try (Run run = prospector.start(Pipelines.enhanced(), List.of(LEAD).iterator(), options)) {
      LeadResult handed = run.results().findFirst().orElseThrow();
      assertThat(handed.steps()).allMatch(StepResult::hasSection);
      Messages messages = handed.dossier().find(Messages.KEY).orElseThrow();
      assertThat(messages.drafts()).isNotEmpty().noneMatch(d -> d.channel() == Channel.EMAIL);
      assertThat(messages.leftOut())
          .hasSize(2)
          .allMatch(o -> o.reason() == Messages.LeftOut.Reason.SUPPRESSED)
          .allMatch(o -> o.channel() == Channel.EMAIL);
      assertThat(handed.dossier().find(Scores.KEY).orElseThrow().toString())
          .doesNotContain(email.recipient().value(), "Rogério Valadão");
      assertThat(messages.drafts()).noneMatch(d -> d.body().contains("Rogério Valadão"));
    }
  }

  @Test
  void theNextStepIsTheFirstContactOfThePlan() {
    LeadResult result = enhanced();
    ApproachPlan.Contact first =
        result.dossier().find(ApproachPlan.KEY).orElseThrow().contacts().get(0);
    Scores scores = result.dossier().find(Scores.KEY).orElseThrow();
    assertThat(scores.readiness()).isEqualTo(Scores.Readiness.READY);
    assertThat(scores.nextStep())
        .contains(
            String.format(
                "%02d/%02d/%d",
                first.date().getDayOfMonth(), first.date().getMonthValue(), first.date().getYear()))
        .contains(first.window().from().toString(), first.window().zone());
    assertThat(scores.points()).anyMatch(p -> p.text().startsWith("Rogério Valadão"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void writesAllTwentyThreeSectionsAndTheGateFindsNothing(Language language) {
    LeadResult result = run(Pipelines.enhanced(), language, WebSearch.none());
    assertThat(result.dossier().entries()).hasSize(23);
    Messages messages = result.dossier().find(Messages.KEY).orElseThrow();
    assertThat(messages.drafts()).isNotEmpty();
    for (Messages.Draft draft : messages.drafts()) {
      assertThat(draft.found()).as(draft.body()).isEmpty();
      assertThat(draft.sentences()).allMatch(s -> !s.text().isBlank());
    }
    assertThat(result.dossier().find(Briefing.KEY).orElseThrow().found()).isEmpty();
  }

  @Test
  void theSameInputsGiveTheSameSections() {
    SectionCodec codec = new SectionCodec();
    assertThat(enhanced().dossier().entries().stream().map(e -> encoded(codec, e)).toList())
        .isEqualTo(enhanced().dossier().entries().stream().map(e -> encoded(codec, e)).toList());
  }

  private static <T> String encoded(SectionCodec codec, Entry<T> entry) {
    String json = codec.encode(entry.section(), entry.value());
    assertThat(codec.decode(entry.section(), entry.section().format(), json))
        .as(entry.section().name())
        .isEqualTo(entry.value());
    return json;
  }

  @Test
  void findsWhatIsRecentWithItsDateAndKeepsWhatIsOldApart() {
    BuyingTriggers triggers = enhanced().dossier().find(BuyingTriggers.KEY).orElseThrow();
    assertThat(triggers.triggers())
        .extracting(BuyingTriggers.Item::kind)
        .contains(TriggerKind.EXPANSION, TriggerKind.STATED_NEED);
    BuyingTriggers.Item need =
        triggers.triggers().stream()
            .filter(t -> t.kind() == TriggerKind.STATED_NEED)
            .findFirst()
            .orElseThrow();
    // "até dezembro" says no year, and so no date of its own.
    assertThat(need.endsOn().value()).isEmpty();
    assertThat(need.date().value()).contains(PartialDate.of(2026, 5));
    assertThat(triggers.triggers()).noneMatch(t -> t.text().known().contains("Marília"));
    assertThat(triggers.past()).anyMatch(t -> t.text().known().contains("Marília"));
  }

  @Test
  void aComplaintInItsOwnVoiceIsAStatedPain() {
    PainPoints pains = enhanced().dossier().find(PainPoints.KEY).orElseThrow();
    assertThat(pains.pains().get(0).solves()).isEqualTo("custo de combustível");
    assertThat(pains.pains().get(0).statement().ground())
        .isEqualTo(dev.prospector.agents.argument.Ground.STATED);
    assertThat(pains.questions()).isNotEmpty().allMatch(q -> q.endsWith("?"));
  }

  @Test
  void onlyANamedPersonIsGreeted() {
    LeadResult result = enhanced();
    Persona persona = result.dossier().find(Persona.KEY).orElseThrow();
    assertThat(persona.basis()).isEqualTo(Persona.Basis.NAMED);
    assertThat(persona.name().value()).contains("Rogério Valadão");
    SiteFixture nobody =
        site()
            .page(
                "http://serraazul.example/sobre",
                "<html lang=pt><body><h1>Quem somos</h1><p>A empresa tem 120"
                    + " colaboradores.</p></body></html>");
    LeadResult assumed = run(Pipelines.enhanced(), SELLER, WebSearch.none(), nobody);
    assertThat(assumed.dossier().find(Persona.KEY).orElseThrow().name().value()).isEmpty();
    assertThat(assumed.dossier().find(Messages.KEY).orElseThrow().drafts())
        .allMatch(d -> d.sentences().get(0).text().equals("Olá."));
  }

  @Test
  void aMessageCitesTwoFactsAndChangesWhenTheyAreTakenAway() {
    Messages.Draft whole = email(enhanced());
    long quotes = whole.sentences().stream().filter(s -> s.text().contains("“")).count();
    assertThat(quotes).isGreaterThanOrEqualTo(2);
    SiteFixture less =
        site().page("http://serraazul.example/noticias", "<html><body></body></html>");
    Messages.Draft without = email(run(Pipelines.enhanced(), SELLER, WebSearch.none(), less));
    assertThat(without.body()).isNotEqualTo(whole.body()).doesNotContain("Bauru");
    assertThat(Overlap.of(whole.body(), without.body())).isLessThan(1);
  }

  private static Messages.Draft email(LeadResult result) {
    return result.dossier().find(Messages.KEY).orElseThrow().drafts().stream()
        .filter(d -> d.channel() == Channel.EMAIL)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noContactFallsOnADayOff() {
    ApproachPlan plan = enhanced().dossier().find(ApproachPlan.KEY).orElseThrow();
    assertThat(plan.contacts())
        .isNotEmpty()
        .allMatch(
            c -> dev.prospector.agents.strategy.MarketCalendar.of("BR").isWorkingDay(c.date()));
    assertThat(plan.contacts())
        .extracting(ApproachPlan.Contact::date)
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void aGateSkipsWhatIsPaidForAndScoresStillRun() {
    LeadResult stopped =
        run(Pipelines.enhanced(Tier.HIGH), SELLER, WebSearch.none(), new SiteFixture());
    assertThat(stopped.dossier().find(Qualification.KEY).orElseThrow().tier())
        .isNotEqualTo(Tier.HIGH);
    assertThat(stopped.dossier().find(Messages.KEY)).isEmpty();
    assertThat(stopped.steps())
        .filteredOn(s -> s.step().equals("scores"))
        .extracting(StepResult::state)
        .containsExactly(StepResult.State.COMPLETED);
  }

  @Test
  void aSearchThatIsNotConfiguredSaysSoAndOneThatFailedToo() {
    assertThat(outcomes(enhanced()))
        .containsOnly(ExternalIntelligence.SearchMade.Outcome.NOT_CONFIGURED);
    LeadResult failed =
        run(
            Pipelines.enhanced(),
            Language.PT_BR,
            (Search) (q, c, n) -> new WebSearch.Result.Failed("the provider is down"));
    assertThat(outcomes(failed)).containsOnly(ExternalIntelligence.SearchMade.Outcome.FAILED);
  }

  private static List<ExternalIntelligence.SearchMade.Outcome> outcomes(LeadResult result) {
    return result.dossier().find(ExternalIntelligence.KEY).orElseThrow().searches().stream()
        .map(ExternalIntelligence.SearchMade::outcome)
        .toList();
  }

  @Test
  void aPageOfAnotherCompanyOfTheNameIsHeldAndOneOfThisCompanyIsRead() {
    SiteFixture site =
        site()
            .page(
                "http://jornal.example/serra",
                "<html lang=pt><body><article><h1>Galpão novo</h1><p>A Transportes Serra Azul, do"
                    + " site serraazul.example, inaugurou em outubro de 2026 um centro de"
                    + " distribuição em Jaú.</p></article></body></html>")
            .page(
                "http://noticias.example/guarda",
                "<html lang=pt><body><article><h1>Empresa</h1><p>A Transportes Serra Azul, Lda., de"
                    + " Portugal, abriu uma filial no Porto em outubro de"
                    + " 2026.</p></article></body></html>");
    Search search =
        (q, c, n) ->
            new WebSearch.Result.Hits(
                List.of(
                    new WebSearch.Hit("http://jornal.example/serra", "Transportes Serra Azul", ""),
                    new WebSearch.Hit(
                        "http://noticias.example/guarda", "Transportes Serra Azul", "")));
    LeadResult result = run(Pipelines.enhanced(), SELLER, search, site);
    ExternalIntelligence found = result.dossier().find(ExternalIntelligence.KEY).orElseThrow();
    assertThat(found.findings()).anyMatch(f -> f.text().known().contains("Jaú"));
    assertThat(found.findings()).noneMatch(f -> f.text().known().contains("Porto"));
    assertThat(found.held())
        .extracting(ExternalIntelligence.Held::address)
        .containsExactly("http://noticias.example/guarda");
  }

  @Test
  void theChosenOptionIsTheBestByItsTotal() {
    StrategyEvaluation evaluation = enhanced().dossier().find(StrategyEvaluation.KEY).orElseThrow();
    double best =
        evaluation.options().stream()
            .mapToDouble(o -> o.total().range().middle())
            .max()
            .orElseThrow();
    assertThat(evaluation.options())
        .filteredOn(o -> evaluation.chosen().orElseThrow().equals(o.option()))
        .allMatch(o -> o.total().range().middle() == best);
    assertThat(evaluation.pruned()).hasSize(evaluation.options().size() - 1);
  }

  @Test
  void aRouteSparesALeadOfWhichLittleIsKnownTheWriting() {
    LeadResult little = run(Pipelines.adaptive(), SELLER, WebSearch.none(), new SiteFixture());
    assertThat(little.dossier().find(Route.KEY).orElseThrow().way())
        .isEqualTo(Route.Way.RESEARCH_FIRST);
    assertThat(little.dossier().find(Messages.KEY)).isEmpty();
    LeadResult enough = run(Pipelines.adaptive(), SELLER, WebSearch.none(), site());
    assertThat(enough.dossier().find(Route.KEY).orElseThrow().way()).isEqualTo(Route.Way.FULL);
    assertThat(enough.dossier().entries()).hasSize(24);
  }

  @Test
  void aLeadWithoutAnyPageGetsNoDraftAndSaysWhy() {
    LeadResult result =
        run(Pipelines.enhanced(Tier.NOT_QUALIFIED), SELLER, WebSearch.none(), new SiteFixture());
    Messages messages = result.dossier().find(Messages.KEY).orElseThrow();
    assertThat(messages.drafts()).isEmpty();
    assertThat(messages.missing()).isNotBlank();
    assertThat(result.dossier().find(Briefing.KEY).orElseThrow().unknown()).isNotEmpty();
    assertThat(
            result.dossier().find(PainPoints.KEY).orElseThrow().pains().stream()
                .map(PainPoints.Pain::statement)
                .map(Statement::text)
                .collect(Collectors.toList()))
        .isEmpty();
  }

  /** A search by one function. */
  private interface Search extends WebSearch {
    @Override
    default String identity() {
      return "fixture";
    }

    @Override
    default boolean isFixed() {
      return true;
    }

    @Override
    default Effect effect() {
      return Effect.READ;
    }
  }
}
