package dev.prospector.agents.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is named beside us may be a company, or one of our own people. */
class NamedCompaniesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Together with Klaus Meier we plan your kitchen.",
        "Together with Zdobysława Quist, our manager, we plan your kitchen.",
        "We plan your kitchen together with Director Ana Prado.",
        "Cuidamos de tudo em conjunto com Ana Prado.",
        "Atendemos em parceria com Uxoa Belmonte, nossa gerente.",
        "Trabajamos junto con María López, directora de ventas."
      })
  void peopleAreNoPartners(String sentence) {
    assertThat(NamedCompanies.in(sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Together with Alder Mills we bake for the north.|Alder Mills",
        "In partnership with Martin Brower we deliver at night.|Martin Brower",
        "We are a certified partner of Hugo Boss.|Hugo Boss",
        "Somos distribuidor autorizado da Maria Filó.|Maria Filó",
        "Entregamos em parceria com Correios, em todo o país.|Correios",
        "Trabajamos junto con Molinos Aliso, fabricante de harina.|Molinos Aliso"
      })
  void companiesAre(String sentence, String name) {
    assertThat(NamedCompanies.in(sentence))
        .singleElement()
        .satisfies(mention -> assertThat(mention.name()).isEqualTo(name));
  }
}
