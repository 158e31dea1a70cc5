package dev.prospector.agents.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import dev.prospector.context.BusinessContext;
import dev.prospector.lead.Lead;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void pagesInAnotherLanguageThanTheContextSayNothingAboutRelevance() {
    SiteFixture english =
        new SiteFixture()
            .page(
                "http://bluehill.example/",
                "<html lang=en><head><title>Blue Hill Haulage</title></head><body><p>We are a"
                    + " haulage company with our own trucks and regional routes. We have been moving"
                    + " freight for our customers since the early days.</p></body></html>");
    Lead lead = SiteFixture.lead("1", "Blue Hill Haulage", "bluehill.example");
    Qualification qualification = qualify(english, SiteFixture.SELLER, lead);
    assertThat(qualification.factor(Factor.Kind.NEED).value()).isEqualTo(ScoreRange.UNKNOWN);
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
    // (0.30·0.8·0.9 + 0.10·1·1 + 0.10·0.6·0.2 + 0.15·1·0.6) / (0.24 + 0.10 + 0.06 + 0.15)
    assertThat(weighed.score()).isEqualTo(0.76);
    assertThat(weighed.known()).isEqualTo(0.55);
    assertThat(weighed.tier()).isEqualTo(Tier.MEDIUM);
    assertThat(weighed.decisive()).contains(Factor.Kind.NEED);
  }

  private static Factor factor(Factor.Kind kind, ScoreRange value) {
    return new Factor(kind, kind.weight(), value, "", List.of());
  }
}
