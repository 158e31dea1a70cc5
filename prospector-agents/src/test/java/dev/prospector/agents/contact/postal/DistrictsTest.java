package dev.prospector.agents.contact.postal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The neighbourhood between a street and its town. */
class DistrictsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BR| - Centro - |Centro",
        "BR|, 12 - Sala 4 - Vila Nova - |Vila Nova",
        "BR|, 88, Bairro: Setor Bueno, |Setor Bueno",
        "BR| - Bloco B - Jardim das Flores, |Jardim das Flores",
        "BR|, s/n - Parque Industrial II - |Parque Industrial II",
        "MX| 45, Col. Los Gavilanes, |Los Gavilanes",
      })
  void theNeighbourhoodIsTheLastNameInTheGap(String country, String gap, String name) {
    assertThat(district(country, gap)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " - ",
        ", 12 - Sala 4 - ",
        ", Galpão 3, ",
        " - CEP ",
        ", Km 12 - ",
        " - 2º andar - "
      })
  void whatLiesWithinTheBuildingIsNoNeighbourhood(String gap) {
    assertThat(district("BR", gap)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "US", "PT", "GB"})
  void otherCountriesWriteNone(String country) {
    assertThat(district(country, " - Centro - ")).isEmpty();
  }

  private static String district(String country, String gap) {
    String text = "Rua Nova" + gap + "Recife";
    int from = "Rua Nova".length();
    return Districts.in(text, from, from + gap.length(), List.of(country))
        .map(part -> text.substring(part.start(), part.end()))
        .orElse("");
  }
}
