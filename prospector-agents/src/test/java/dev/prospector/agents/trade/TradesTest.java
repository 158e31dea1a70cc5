package dev.prospector.agents.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradesTest {

  private static List<TradeMention> find(String text, Language language) {
    return Trades.shipped().find(text, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORTUGUESE|Somos uma transportadora de Limeira|transport company",
        "PORTUGUESE|Escritório contábil no centro|accountant",
        "ENGLISH|A family bakery in Leeds|industrial bakery",
        "SPANISH|Clínica dental de barrio|dentist",
        "UNKNOWN|Cooperativa de Fretes do Vale|haulier"
      })
  void aTradeIsKnownByItsNamesInThreeLanguages(Language language, String text, String label) {
    assertThat(find(text, language)).extracting(m -> m.trade().labels().get(0)).contains(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH|Booking tools for restaurants and hotels",
        "ENGLISH|Restaurant equipment at low prices",
        "ENGLISH|Bakery jobs near you",
        "ENGLISH|We help law firms grow",
        "PORTUGUESE|Planilhas para transportadoras",
        "PORTUGUESE|Guia de restaurantes da cidade",
        "SPANISH|Soluciones para hoteles"
      })
  void whomSomebodySellsToIsNotWhatHeIs(Language language, String text) {
    assertThat(find(text, language)).isNotEmpty().allMatch(TradeMention::others);
  }

  @Test
  void namesDoNotReachOverCommasOrOtherWords() {
    assertThat(find("We deliver food, distribution is by van", Language.ENGLISH)).isEmpty();
    assertThat(find("Customer service and provider notes", Language.ENGLISH)).isEmpty();
  }

  @Test
  void everyTradeHasALabelInEachLanguageAndStandsUnderASector() {
    assertThat(Trades.shipped().all())
        .hasSizeGreaterThan(120)
        .allSatisfy(t -> assertThat(t.labels()).hasSize(3).noneMatch(String::isBlank))
        .allSatisfy(t -> dev.prospector.agents.company.industry.Industry.valueOf(t.sector()));
  }

  @Test
  void whoLooksForAFamilyLooksForItsTrades() {
    Trade food = find("food manufacturers", Language.ENGLISH).get(0).trade();
    Trade bakery = find("padaria", Language.PORTUGUESE).get(0).trade();
    assertThat(food.includes(bakery)).isTrue();
    assertThat(bakery.includes(food)).isFalse();
  }
}
