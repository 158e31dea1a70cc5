package dev.prospector.agents.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.agents.argument.ScoreRange;
import dev.prospector.agents.company.CompanyProfile;
import dev.prospector.agents.company.industry.Industry;
import dev.prospector.agents.score.Scores;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.Language;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.lead.Company;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadId;
import dev.prospector.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualificationTest {

  private static Qualification qualify(SiteFixture site, BusinessContext context, Lead lead) {
    return site.run(Pipelines.standard(), context, lead)
        .dossier()
        .find(Qualification.KEY)
        .orElseThrow();
  }

  @Test
  void missingDataGetsNoDefaultScore() {
    Qualification nothingKnown =
        qualify(
            new SiteFixture(),
            BusinessContext.empty(),
            SiteFixture.lead("1", "Empresa Silenciosa", ""));
    assertThat(nothingKnown.known()).isZero();
    assertThat(nothingKnown.range()).isEqualTo(ScoreRange.UNKNOWN);
    assertThat(nothingKnown.factors())
        .allSatisfy(factor -> assertThat(factor.value()).isEqualTo(ScoreRange.UNKNOWN));
    assertThat(nothingKnown.decisive()).contains(Factor.Kind.FIT);
    assertThat(nothingKnown.score()).isLessThan(Tier.MEDIUM.threshold());
  }

  @Test
  void aLeadIsNotRejectedBecauseAValueIsMissing() {
    Qualification qualification =
        qualify(
            new SiteFixture(), SiteFixture.SELLER, SiteFixture.lead("1", "Empresa Silenciosa", ""));
    assertThat(qualification.tier()).isNotEqualTo(Tier.NOT_QUALIFIED);
    assertThat(qualification.exclusion()).isEmpty();
  }

  @Test
  void knowingMoreNarrowsTheRange() {
    Lead lead = SiteFixture.lead("1", "Transportes Serra Azul", "serraazul.example");
    Qualification without = qualify(new SiteFixture(), SiteFixture.SELLER, lead);
    Qualification with = qualify(SiteFixture.haulage(), SiteFixture.SELLER, lead);
    assertThat(with.known()).isGreaterThan(without.known());
    assertThat(with.range().high() - with.range().low())
        .isLessThan(without.range().high() - without.range().low());
  }

  @Test
  void aCompetitorIsOutOfTheQuestionWhateverItsScore() {
    Lead lead = SiteFixture.lead("1", "RASTRO CERTO TELEMETRIA LTDA", "serraazul.example");
    Qualification qualification = qualify(SiteFixture.haulage(), SiteFixture.SELLER, lead);
    assertThat(qualification.tier()).isEqualTo(Tier.NOT_QUALIFIED);
    assertThat(qualification.exclusion().orElseThrow().kind())
        .isEqualTo(Qualification.Exclusion.Kind.COMPETITOR);
    assertThat(qualification.justification()).startsWith("Fora de questão");
  }

  @Test
  void aDomainToBeAvoidedIsOutOfTheQuestion() {
    Lead lead = SiteFixture.lead("1", "Não Ligar", "https://www.naoligar.example/");
    Qualification qualification = qualify(new SiteFixture(), SiteFixture.SELLER, lead);
    assertThat(qualification.exclusion().orElseThrow().kind())
        .isEqualTo(Qualification.Exclusion.Kind.AVOIDED_DOMAIN);
  }

  /** Rows without a country, sellers who sell in one place, and what the fit says of the place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // A town alone tells no country: it is neither inside nor outside.
        "Limeira | -              | Brasil         | -",
        "Limeira | -              | São Paulo      | -",
        "-       | -              | Brasil         | -",
        "Limeira | -              | Campinas       | outside",
        "Limeira | -              | Sul de Minas   | -",
        "-       | 14 Mill Lane, Bristol BS1 5QT | Brasil | outside",
        "-       | 14 Mill Lane, Bristol BS1 5QT | São Paulo | outside",
        "-       | 14 Mill Lane, Bristol BS1 5QT | Reino Unido | inside",
        "-       | Rua das Paineiras, 120, Limeira - SP, 13480-000 | Brasil | inside",
        "-       | Rua das Paineiras, 120, Limeira - SP, 13480-000 | São Paulo | inside",
        "-       | Rua das Paineiras, 120, Limeira - SP, 13480-000 | Portugal | outside",
        "-       | Rua das Paineiras, 120 | Portugal | -"
      })
  void aPlaceThatIsNotKnownIsNeitherWhereWeSellNorElsewhere(
      String city, String address, String sold, String said) {
    BusinessContext seller =
        BusinessContext.builder()
            .language(Language.PT_BR)
            .items(BusinessContext.Items.PLACES, List.of(sold))
            .build();
    SiteFixture site =
        page("Ferragens Norte", "<p>" + (address == null ? "Olá." : address) + "</p>");
    Company named = Company.named("Ferragens Norte").withWebsite("frota.example");
    Company company = city == null ? named : named.withCity(city);

    String reason =
        qualify(site, seller, Lead.of(LeadId.of("1"), company)).factor(Factor.Kind.FIT).reason();

    assertThat(reason.contains(", onde vendemos.")).as(reason).isEqualTo("inside".equals(said));
    assertThat(reason.contains(", onde não vendemos."))
        .as(reason)
        .isEqualTo("outside".equals(said));
  }

  @Test
  void pagesThatCannotBeComparedSaySo() {
    SiteFixture german =
        new SiteFixture()
            .page(
                "http://blauberg.example/",
                "<html lang=de><head><title>Spedition Blauberg</title></head><body><p>Wir sind eine"
                    + " Spedition mit eigenen Lastwagen und fahren seit vielen Jahren im ganzen"
                    + " Land für unsere Kunden und für die Industrie.</p></body></html>");
    Lead lead = SiteFixture.lead("1", "Blauberg", "blauberg.example");
    Factor need = qualify(german, SiteFixture.SELLER, lead).factor(Factor.Kind.NEED);
    assertThat(need.value()).isEqualTo(ScoreRange.UNKNOWN);
    assertThat(need.reason()).startsWith("Não comparado");
  }

  @Test
  void aNeedInAFewWordsIsComparedInTheLanguageOfTheWholeContext() {
    Factor need =
        qualify(SiteFixture.haulage(), SiteFixture.SELLER, serraAzul()).factor(Factor.Kind.NEED);
    assertThat(need.value().low()).isGreaterThan(0);
    assertThat(need.evidence()).extracting(Claim::quote).anyMatch(q -> q.contains("combustível"));
  }

  @Test
  void needIsNotFoundInTheLabelsOfAForm() {
    SiteFixture site =
        page(
            "Hotel Aurora",
            "<p>O hotel fica na praça e tem doze quartos.</p>"
                + "<form><label>Reservas</label><label>E-mail</label><label>Telefone</label></form>"
                + "<p>Reservas</p><p>E-mail</p><p>Telefone</p>");
    BusinessContext seller = context(List.of("hotéis"), List.of("reservas por e-mail e telefone"));
    Factor need = qualify(site, seller, LEAD).factor(Factor.Kind.NEED);
    assertThat(need.value()).isEqualTo(ScoreRange.UNKNOWN);
    assertThat(need.evidence()).isEmpty();
  }

  @Test
  void aNeedWithoutAWordForAProblemStaysBelowSixTenths() {
    SiteFixture site =
        page("Frota Sul", "<p>Cuidamos do combustível e do custo da frota com todo o cuidado.</p>");
    BusinessContext seller = context(List.of("transportadoras"), List.of("custo de combustível"));
    Factor need = qualify(site, seller, LEAD).factor(Factor.Kind.NEED);
    assertThat(need.evidence()).isNotEmpty();
    assertThat(need.value().low()).isLessThanOrEqualTo(0.6);
  }

  @Test
  void noSentenceIsSaidWithoutTheWordsThatSayIt() {
    SiteFixture jobs =
        new SiteFixture()
            .page(
                "http://frota.example/",
                "<html lang=pt><head><title>Frota Sul</title></head><body><nav>Menu principal <a"
                    + " href='/trabalhe-conosco'>Trabalhe conosco</a></nav><main><p>Somos uma"
                    + " transportadora do sul.</p></main></body></html>")
            .page(
                "http://frota.example/trabalhe-conosco",
                "<html lang=pt><head><title>Trabalhe conosco</title></head><body><nav>Menu"
                    + " principal</nav><main><h1>Trabalhe conosco</h1><p>Não há vagas abertas no"
                    + " momento. Deixe seu currículo para as próximas.</p></main></body></html>");
    Factor timing = qualify(jobs, SiteFixture.SELLER, LEAD).factor(Factor.Kind.TIMING);
    assertThat(timing.value()).isEqualTo(ScoreRange.UNKNOWN);
    assertThat(timing.evidence()).isEmpty();
  }

  /** A customer's trade under "Testimonials" is not the company's, in free words either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Temos galpões refrigerados para alimentos congelados.</p> | true",
        "<h2>Depoimentos</h2><p>Temos galpões refrigerados para alimentos congelados.</p> | false",
        "<h2>O que dizem os clientes</h2><p>Guardamos alimentos congelados em galpões refrigerados."
            + "</p> | false",
      })
  void whatCustomersAreIsNotWhatTheCompanyIs(String html, boolean fits) {
    BusinessContext seller = context(List.of("galpões refrigerados"), List.of());
    Factor fit =
        qualify(
                page("Casa Aurora", html),
                seller,
                SiteFixture.bare("1", "Casa Aurora", "frota.example"))
            .factor(Factor.Kind.FIT);
    assertThat(fit.value().low() > 0).as(fit.reason()).isEqualTo(fits);
  }

  @Test
  void whatCustomersSayIsNeitherANeedNorNewsOfTheCompany() {
    BusinessContext seller = context(List.of("transportadoras"), List.of("custo de combustível"));
    for (String said :
        List.of(
            "<h2>Depoimentos</h2><blockquote>“Sofremos com o alto custo de combustível e abrimos"
                + " uma nova filial em Recife em 2026.” - Ângela Quadros, Doces Alfa</blockquote>",
            "<h2>O que dizem nossos clientes</h2><p>Sofremos com o alto custo de combustível."
                + " Inauguramos uma nova unidade em 2026. — Rui Dias, diretor da Beta</p>")) {
      SiteFixture site = page("Frota Sul", "<p>Somos uma transportadora do sul.</p>" + said);
      Qualification judged = qualify(site, seller, LEAD);
      assertThat(judged.factor(Factor.Kind.NEED).evidence()).isEmpty();
      assertThat(judged.factor(Factor.Kind.TIMING).evidence()).isEmpty();
    }
    SiteFixture own =
        page("Frota Sul", "<p>Sofremos com o alto custo de combustível. Somos do sul.</p>");
    assertThat(qualify(own, seller, LEAD).factor(Factor.Kind.NEED).evidence()).isNotEmpty();
  }

  @Test
  void anUndatedSourceIsNotFresh() {
    SiteFixture site = page("Frota Sul", "<p>Estamos contratando dois motoristas.</p>");
    Factor timing = qualify(site, SiteFixture.SELLER, LEAD).factor(Factor.Kind.TIMING);
    assertThat(timing.value()).isEqualTo(new ScoreRange(0.2, 1));
    assertThat(timing.evidence())
        .extracting(Claim::quote)
        .containsExactly("Estamos contratando dois motoristas.");
  }

  @Test
  void aClassifiersGuessIsShownAsKnown() {
    SiteFixture studio =
        page(
            "Petrol Pixel",
            "<p>Petrol Pixel desenha páginas e marcas. Petrol e gás, petróleo e combustível são"
                + " palavras de que gostamos. Nossos desenhos levam petróleo, óleo e gasolina no"
                + " nome. A refinaria de ideias fica no segundo andar.</p>");
    CompanyProfile profile =
        studio
            .run(Pipelines.standard(), SiteFixture.SELLER, LEAD)
            .dossier()
            .find(CompanyProfile.KEY)
            .orElseThrow();
    assertThat(profile.industry()).isEqualTo(Fact.unknown());
    assertThat(profile.likely()).isNotEmpty();
    Factor fit = qualify(studio, SiteFixture.SELLER, LEAD).factor(Factor.Kind.FIT);
    assertThat(fit.value().low()).isZero();
    assertThat(fit.evidence()).extracting(Claim::field).doesNotContain("fit");
    assertThat(fit.reason()).contains("Palpite");
  }

  @Test
  void anIndustryIsKnownWhereTheCompanyOrTheHostSaysIt() {
    SiteFixture site = page("Frota Sul", "<p>Somos uma transportadora do sul.</p>");
    Fact<Industry> industry =
        site.run(Pipelines.standard(), SiteFixture.SELLER, LEAD)
            .dossier()
            .find(CompanyProfile.KEY)
            .orElseThrow()
            .industry();
    assertThat(industry.value()).contains(Industry.INDUSTRIALS);
    assertThat(industry.claims())
        .extracting(c -> (String) c.quote())
        .anyMatch(q -> q.contains("transportadora"));
  }

  @Test
  void industriesOfTheContextAreFreeWordsAndMatchTradesOfASector() {
    SiteFixture haulier = page("Frota Sul", "<p>Somos uma transportadora do sul.</p>");
    Factor fit =
        qualify(haulier, context(List.of("transporte rodoviário de cargas"), List.of()), LEAD)
            .factor(Factor.Kind.FIT);
    assertThat(fit.value().low()).isGreaterThan(0.8);
    Factor other =
        qualify(haulier, context(List.of("construção civil"), List.of()), LEAD)
            .factor(Factor.Kind.FIT);
    assertThat(other.value().high()).isLessThan(0.5);
    SiteFixture bees = page("Mel do Campo", "<p>Nosso apiário tem colmeias em três serras.</p>");
    Factor free =
        qualify(bees, context(List.of("apiários com colmeias próprias"), List.of()), LEAD)
            .factor(Factor.Kind.FIT);
    assertThat(free.value().low()).isGreaterThan(0.4);
  }

  @Test
  void aScoreThatIsMostlyUnknownDoesNotLookGood() {
    WeighFactors unknown =
        new WeighFactors(
            List.of(
                factor(Factor.Kind.FIT, ScoreRange.UNKNOWN),
                factor(Factor.Kind.NEED, ScoreRange.UNKNOWN),
                factor(Factor.Kind.TIMING, ScoreRange.UNKNOWN),
                factor(Factor.Kind.AUTHORITY, ScoreRange.UNKNOWN),
                factor(Factor.Kind.BUDGET, ScoreRange.UNKNOWN),
                factor(Factor.Kind.REACHABILITY, ScoreRange.exactly(1))));
    WeighFactors fitting =
        new WeighFactors(
            List.of(
                factor(Factor.Kind.FIT, ScoreRange.exactly(0.9)),
                factor(Factor.Kind.NEED, ScoreRange.UNKNOWN),
                factor(Factor.Kind.TIMING, ScoreRange.UNKNOWN),
                factor(Factor.Kind.AUTHORITY, ScoreRange.UNKNOWN),
                factor(Factor.Kind.BUDGET, ScoreRange.UNKNOWN),
                factor(Factor.Kind.REACHABILITY, ScoreRange.exactly(0.7))));
    assertThat(unknown.score()).isLessThan(fitting.score()).isLessThan(Tier.MEDIUM.threshold());
    assertThat(unknown.tier()).isEqualTo(Tier.LOW);
    assertThat(fitting.tier()).isEqualTo(Tier.MEDIUM);
  }

  @Test
  void withoutAContextNoLeadIsGood() {
    Qualification qualification =
        qualify(SiteFixture.haulage(), BusinessContext.empty(), serraAzul());
    assertThat(qualification.tier()).isIn(Tier.LOW, Tier.NOT_QUALIFIED);
    assertThat(qualification.score()).isLessThan(Tier.MEDIUM.threshold());
  }

  @Test
  void aMissingMarginIsNotTheWholeValue() {
    BusinessContext seller =
        SiteFixture.SELLER.toBuilder()
            .averageDealValue(new Money(new BigDecimal("1000"), Currency.getInstance("BRL")))
            .build();
    Scores.ReturnPotential open = worth(seller);
    assertThat(open.low().amount()).isEqualByComparingTo("0");
    Scores.ReturnPotential given = worth(seller.toBuilder().margin(0.5).build());
    assertThat(given.low().amount()).isPositive();
    assertThat(given.high().amount()).isLessThan(open.high().amount());
  }

  private static Scores.ReturnPotential worth(BusinessContext context) {
    return scores(SiteFixture.haulage(), context, serraAzul()).returnPotential().orElseThrow();
  }

  @Test
  void theCardSaysWhyThemWhyNowAndWhomEachWithOneQuote() {
    List<Scores.Point> points =
        scores(SiteFixture.haulage(), SiteFixture.SELLER, serraAzul()).points();
    assertThat(points)
        .extracting(Scores.Point::question)
        .containsExactly(Scores.Point.Question.values());
    assertThat(points.get(0).evidence()).hasSize(1);
    assertThat(points.get(1).evidence()).isEmpty();
    assertThat(points.get(1).text()).isEqualTo("Não se sabe se o momento é bom.");
    assertThat(points.get(2).text()).contains("contato@serraazul.example");
  }

  private static Scores scores(SiteFixture site, BusinessContext context, Lead lead) {
    return site.run(Pipelines.standard(), context, lead).dossier().find(Scores.KEY).orElseThrow();
  }

  private static final Lead LEAD = SiteFixture.lead("1", "Frota Sul", "frota.example");

  private static Lead serraAzul() {
    return SiteFixture.lead("1", "Transportes Serra Azul", "serraazul.example");
  }

  private static SiteFixture page(String title, String body) {
    return new SiteFixture()
        .page(
            "http://frota.example/",
            "<html lang=pt><head><title>"
                + title
                + "</title></head><body><main><h1>"
                + title
                + "</h1>"
                + body
                + "</main></body></html>");
  }

  private static BusinessContext context(List<String> industries, List<String> pains) {
    return BusinessContext.builder()
        .language(Language.PT_BR)
        .items(BusinessContext.Items.INDUSTRIES, industries)
        .items(BusinessContext.Items.PAINS, pains)
        .build();
  }

  @Test
  void theScoreLiesWithinTheRangeAndFollowsTheFormula() {
    List<Factor> factors =
        List.of(
            factor(Factor.Kind.FIT, new ScoreRange(0.8, 1)),
            factor(Factor.Kind.NEED, ScoreRange.UNKNOWN),
            factor(Factor.Kind.TIMING, ScoreRange.UNKNOWN),
            factor(Factor.Kind.AUTHORITY, ScoreRange.exactly(1)),
            factor(Factor.Kind.BUDGET, new ScoreRange(0, 0.4)),
            factor(Factor.Kind.REACHABILITY, ScoreRange.exactly(0.6)));
    WeighFactors weighed = new WeighFactors(factors);
    assertThat(weighed.range()).isEqualTo(new ScoreRange(0.43, 0.88));
    // 0.30·0.84 + 0.25·(0.3 + 0.4·0.8) + 0.10·0.5 + 0.10·1 + 0.10·0.2 + 0.15·0.6
    assertThat(weighed.score()).isEqualTo(0.667);
    assertThat(weighed.known()).isEqualTo(0.55);
    assertThat(weighed.tier()).isEqualTo(Tier.MEDIUM);
    assertThat(weighed.decisive()).contains(Factor.Kind.NEED);
  }

  private static Factor factor(Factor.Kind kind, ScoreRange value) {
    return new Factor(kind, kind.weight(), value, "", List.of());
  }
}
