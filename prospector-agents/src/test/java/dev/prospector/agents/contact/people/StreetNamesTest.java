package dev.prospector.agents.contact.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streets, squares and buildings that bear the name of a person, which stands in brackets here. */
class StreetNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rua [Ana Prado], 12",
        "Av. Dr. [Carlos Mendes], 300",
        "Praça do General [Mário Teles]",
        "12 rue du [Jean Petit]",
        "Edifício [Rosa Lima], sala 3",
        "4 [Anna Berg] Street",
        "[Karl Winter]-Straße 5",
        "[Amy Stone] Parkway"
      })
  void aStreetIsNoPerson(String line) {
    assertThat(isStreet(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fale com [Ana Prado], gerente",
        "[Anna Berg], Streetwear",
        "A rua é longa, diz [Carlos Mendes]",
        "Geschäftsführer [Karl Winter]",
        "Drive safely, says [Amy Stone]"
      })
  void aPersonBesideSuchAWordIsOne(String line) {
    assertThat(isStreet(line)).isFalse();
  }

  private static boolean isStreet(String marked) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    return StreetNames.around(marked.replaceAll("[\\[\\]]", ""), start, end);
  }
}
