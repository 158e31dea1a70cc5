package dev.prospector.agents.relevance;

import static dev.prospector.agents.page.Language.ENGLISH;
import static dev.prospector.agents.page.Language.PORTUGUESE;
import static dev.prospector.agents.page.Language.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.Language;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelevanceTest {

  private final Relevance freight =
      Relevance.to(
          List.of("software de gestão de frotas", "atrasos na entrega de cargas"), PORTUGUESE);

  @Test
  void scoresTheTextHigherThatSpeaksOfTheQueries() {
    double carrier =
        freight.of("Transportamos cargas com frota própria. A entrega é no prazo.").score();
    double dentist = freight.of("Clínica odontológica com implantes e ortodontia.").score();

    assertThat(carrier).isGreaterThan(0.2).isLessThanOrEqualTo(1);
    assertThat(dentist).isZero();
  }

  @Test
  void givesThePassagesThatMatchWithTheirWords() {
    String text = "Bem-vindo.\nNossas frotas fazem entregas em todo o país.\nFale conosco.";

    RelevanceScore score = freight.of(text);

    assertThat(score.best()).hasSize(1);
    assertThat(score.best().get(0).passage().of(text))
        .isEqualTo("Nossas frotas fazem entregas em todo o país.");
    assertThat(score.best().get(0).terms()).containsExactly("frotas", "entregas");
  }

  @Test
  void tellsWhichQueryTheTextSpeaksOf() {
    RelevanceScore score = freight.of("Rastreamento de frotas.");

    assertThat(score.byQuery()).hasSize(2);
    assertThat(score.byQuery().get(0)).isPositive();
    assertThat(score.byQuery().get(1)).isZero();
  }

  @Test
  void countsWordsThatEveryBusinessTextHoldsForLittle() {
    Relevance relevance = Relevance.to(List.of("soluções para clientes", "frotas"), PORTUGUESE);

    List<RelevanceScore.Match> best =
        relevance.of("As melhores soluções.\nGestão de frotas.").best();

    assertThat(best.get(0).terms()).containsExactly("frotas");
  }

  @Test
  void matchesFormsOfAWordWithAndWithoutAccents() {
    assertThat(match("instalações elétricas", "instalacao eletrica", PORTUGUESE)).isPositive();
    assertThat(match("instalaciones eléctricas", "instalacion electrica", SPANISH)).isPositive();
    assertThat(match("delivering packages", "package delivery", ENGLISH)).isPositive();
  }

  @Test
  void repeatingAWordSaturates() {
    double once = freight.of("frota").score();
    double often = freight.of("frota ".repeat(300)).score();

    assertThat(often).isGreaterThan(once).isLessThan(0.6);
  }

  @Test
  void scoresZeroWithoutQueriesAndWithoutText() {
    assertThat(Relevance.to(List.of(), ENGLISH).of("freight").score()).isZero();
    assertThat(Relevance.to(List.of("the of"), ENGLISH).of("freight").score()).isZero();
    assertThat(freight.of("").best()).isEmpty();
  }

  @Test
  void scoresAnyTextBetweenZeroAndOne() {
    Random random = new Random(5);
    String[] parts = {"frota", "carga ", "é ", "\n", ". ", "漢字", "\ud83d\ude00", "entrega", " "};
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      RelevanceScore score = freight.of(text.toString());

      assertThat(score.score()).isBetween(0.0, 1.0);
      assertThat(score.best())
          .allSatisfy(match -> assertThat(match.passage().of(text.toString())).isNotBlank());
    }
  }

  private static double match(String text, String query, Language language) {
    return Relevance.to(List.of(query), language).of(text).score();
  }
}
