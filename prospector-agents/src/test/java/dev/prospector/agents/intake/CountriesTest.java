package dev.prospector.agents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "GB: Great Britain | England | U.K. | Reino Unido | Inglaterra | Grã-Bretanha | Vereinigtes Königreich | Northern Ireland",
        "CZ: Czech Republic | Czechia | República Tcheca | Chequia | Česko | Tschechien",
        "KR: Korea, Republic of | South Korea | Coreia do Sul | Corea del Sur | Republic of Korea | 대한민국",
        "HK: Hong Kong | Hong Kong SAR | Hongkong",
        "US: USA | U.S.A. | United States of America | EUA | Estados Unidos | EE. UU. | États-Unis | Vereinigte Staaten",
        "NL: Holanda | Holland | The Netherlands | Países Bajos | Nederland",
        "TR: Türkiye | Turkey | Turquia",
        "CI: Ivory Coast | Côte d'Ivoire | Costa do Marfim",
        "MX: Méjico | México | Mexico",
        "DE: Deutschland | Alemanha | Alemania | Germany | Germania",
        "AE: UAE | United Arab Emirates | Emirados Árabes Unidos",
        "IR: Iran, Islamic Republic of | Iran",
        "VN: Viet Nam | Vietnam",
        "BR: Brasil | Brazil | BRA | República Federativa do Brasil",
        "RU: Russian Federation | Rússia | Россия",
        "CH: Schweiz | Suíça | Switzerland | Svizzera",
        "CN: People's Republic of China | PRC | 中国",
        "BO: Bolivia, Plurinational State of | Bolívia",
        "TZ: Tanzania, United Republic of",
        "MK: North Macedonia | Macedonia, the former Yugoslav Republic of"
      })
  void knowsTheNamesThatPeopleWrite(String code, String names) {
    for (String name : names.split("\\|")) {
      assertThat(Countries.named(name.strip())).as(name).contains(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Atlantis", "Europe", "Latin America", "-", "", "123", "North", "São Paulo"})
  void doesNotKnowWhatIsNoCountry(String name) {
    assertThat(Countries.named(name)).isEmpty();
  }
}
