package dev.prospector.agents.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.Prospector;
import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.budget.Budget;
import dev.prospector.context.BusinessContext;
import dev.prospector.dossier.Author;
import dev.prospector.dossier.Entry;
import dev.prospector.lead.Lead;
import dev.prospector.model.Models;
import dev.prospector.run.LeadResult;
import dev.prospector.run.Run;
import dev.prospector.testkit.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model argues factors of a verdict; code adds up. */
class QualificationByModelTest {

  private static final String OWN_FLEET = "Somos uma transportadora com frota própria";
  private static final String FUEL = "mesmo com o custo do combustível em alta";
  private static final String TEAM = "A empresa foi fundada em 1987 e hoje tem 120 colaboradores";
  private static final Lead LEAD =
      SiteFixture.lead("1", "TRANSPORTES SERRA AZUL LTDA", "serraazul.example");

  private final ScriptedModel model = new ScriptedModel();

  private LeadResult run(SiteFixture site, BusinessContext context, Lead lead) {
    Prospector prospector =
        Prospector.builder()
            .businessContext(context)
            .pages(site)
            .models(Models.none().withAgent("qualification", model), Budget.unlimited())
            .build();
    try (Run run = prospector.start(Pipelines.standard(), List.of(lead))) {
      return run.results().findFirst().orElseThrow();
    }
  }

  private LeadResult run() {
    return run(SiteFixture.haulage(), SiteFixture.SELLER, LEAD);
  }

  private static Entry<Qualification> entry(LeadResult result) {
    return result.dossier().entry(Qualification.KEY).orElseThrow();
  }

  private static Qualification byRules() {
    return entry(SiteFixture.haulage().run(Pipelines.standard(), SiteFixture.SELLER, LEAD)).value();
  }

  /** The number of the source in which words stand, as it was asked. */
  private static String argument(String factor, String side, String value, String quote) {
    return argument(factor, side, value, quote, 1);
  }

  private static String argument(
      String factor, String side, String value, String quote, int source) {
    return """
        {"factor":"%s","side":"%s","argument":{"value":"%s","source":%d,"quote":"%s"}}"""
        .formatted(factor, side, value, source, quote);
  }

  private static String answer(String... arguments) {
    return "{\"arguments\":[" + String.join(",", arguments) + "]}";
  }

  @Test
  void argumentsMoveTheirFactorsByCodeAndAreQuoted() {
    model.answering(
        answer(
            argument("NEED", "FOR", "O custo do combustível pesa", FUEL),
            argument("FIT", "AGAINST", OWN_FLEET, OWN_FLEET)));
    Entry<Qualification> entry = entry(run());
    Qualification argued = entry.value();
    Qualification rules = byRules();

    assertThat(entry.provenance().author()).isEqualTo(Author.MODEL);
    assertThat(entry.provenance().prompt()).startsWith("qualification@");
    assertThat(argued.arguments()).hasSize(2);
    assertThat(argued.factor(Factor.Kind.NEED).value())
        .isEqualTo(moved(rules.factor(Factor.Kind.NEED).value(), .05));
    assertThat(argued.factor(Factor.Kind.FIT).value())
        .isEqualTo(moved(rules.factor(Factor.Kind.FIT).value(), -.1));
    assertThat(argued.factor(Factor.Kind.BUDGET)).isEqualTo(rules.factor(Factor.Kind.BUDGET));
    WeighFactors weighed = new WeighFactors(argued.factors());
    assertThat(argued.score()).isEqualTo(weighed.score());
    assertThat(argued.tier()).isEqualTo(weighed.tier());
    assertThat(argued.justification()).contains("A favor", "Contra", "O custo do combustível pesa");
    assertThat(argued.factor(Factor.Kind.NEED).evidence())
        .extracting(c -> c.quote())
        .contains(FUEL);
  }

  private static ScoreRange moved(ScoreRange range, double by) {
    return new ScoreRange(
        Math.max(0, Math.min(1, range.low() + by)), Math.max(0, Math.min(1, range.high() + by)));
  }

  @Test
  void howeverManyArgumentsMoveAFactorByAFifthAtMost() {
    List<String> all = new ArrayList<>();
    for (String words :
        List.of(OWN_FLEET, FUEL, "Cuidamos das suas cargas", "das suas entregas todos os dias")) {
      all.add(argument("TIMING", "FOR", words, words));
    }
    model.answering(answer(all.toArray(String[]::new)));
    Qualification argued = entry(run()).value();
    assertThat(argued.arguments()).hasSize(4);
    assertThat(argued.factor(Factor.Kind.TIMING).value()).isEqualTo(new ScoreRange(.2, 1));
  }

  @Test
  void whatDoesNotStandInItsSourceIsLeftOutAndAskedForOnceMore() {
    String bad =
        answer(
            argument("NEED", "FOR", "Perde entregas", "perdemos entregas toda semana"),
            argument("NEED", "FOR", "Cresce 40 por ano", FUEL),
            argument("NEED", "FOR", "Compra da Rastro Veloz", FUEL),
            argument("NEED", "FOR", "Combustível", "combustível"),
            argument("NEED", "FOR", "O custo pesa muito", FUEL, 99),
            argument("SCORE", "FOR", "O custo pesa muito", FUEL),
            argument("NEED", "FOR", "O custo pesa muito", FUEL));
    model.answering(bad).answering(bad);
    Entry<Qualification> entry = entry(run());

    assertThat(model.requests()).hasSize(2);
    assertThat(model.requests().get(1).turns().toString()).isNotEmpty();
    assertThat(entry.value().arguments())
        .singleElement()
        .satisfies(a -> assertThat(a.said().value()).isEqualTo("O custo pesa muito"));
    assertThat(entry.provenance().author()).isEqualTo(Author.MODEL);
  }

  @Test
  void oneQuoteCountsOnceForAFactor() {
    String twice =
        answer(
            argument("NEED", "FOR", "O custo pesa muito", FUEL),
            argument("NEED", "AGAINST", "Aceita o custo", FUEL));
    model.answering(twice).answering(twice);
    assertThat(entry(run()).value().arguments()).hasSize(1);
  }

  @Test
  void aScoreOrTierThatAModelGivesIsNotTaken() {
    model.answering("{\"arguments\":[],\"tier\":\"HIGH\",\"score\":1.0}");
    Entry<Qualification> entry = entry(run());
    assertThat(entry.value()).isEqualTo(byRules());
  }

  @Test
  void aModelThatRefusesLeavesTheVerdictToRules() {
    model.refusing();
    Entry<Qualification> entry = entry(run());
    assertThat(entry.value()).isEqualTo(byRules());
    assertThat(entry.provenance().author()).isEqualTo(Author.RULES);
    assertThat(entry.provenance().note()).isNotEmpty();
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void aLeadThatIsOutOfTheQuestionCostsNothing() {
    Lead competitor = SiteFixture.lead("1", "RASTRO CERTO TELEMETRIA LTDA", "serraazul.example");
    run(SiteFixture.haulage(), SiteFixture.SELLER, competitor);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void wordsAboutAnotherCompanyOfTheNameAreNoArgument() {
    String other = "Não confundir com a Serra Azul Mudanças, que tem 900 caminhões parados";
    SiteFixture site = SiteFixture.haulage();
    site.page(
        "http://serraazul.example/",
        "<html lang=pt><head><title>Transportes Serra Azul</title></head><body><main><h1>Serra"
            + " Azul</h1><p>"
            + OWN_FLEET
            + ".</p><p>"
            + other
            + ".</p></main></body></html>");
    String answer = answer(argument("NEED", "FOR", "Tem caminhões parados", other));
    model.answering(answer).answering(answer);
    assertThat(entry(run(site, SiteFixture.SELLER, LEAD)).value().arguments()).isEmpty();
  }

  @Test
  void whatThePagesAskIsNoInstructionAndTheSellersListsOfNamesStayHome() {
    model.answering(answer());
    run();
    String asked = model.requests().get(0).materialText();
    assertThat(asked).contains("<source number=\"1\"", OWN_FLEET, "custo de combustível");
    assertThat(asked).doesNotContain("naoligar");
    assertThat(model.requests().get(0).material().get(0).repeats()).isTrue();
    assertThat(asked).contains(TEAM);
  }
}
