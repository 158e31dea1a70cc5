package dev.prospector.agents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TRANSPORTES SERRA AZUL LTDA - ME; Transportes Serra Azul; LTDA - ME",
        "Padaria do João EIRELI; Padaria do João; EIRELI",
        "Müller & Söhne GmbH & Co. KG; Müller & Söhne; GmbH & Co. KG",
        "Acme, Inc.; Acme; Inc.",
        "Mensajería Nopalito Veloz S.A. de C.V.; Mensajería Nopalito Veloz; S.A. de C.V.",
        "Oficina S/A; Oficina; S/A",
        "Home | Serra Azul Transportes; Serra Azul Transportes; ''",
        "Limited; Limited; ''"
      })
  void takesTheLegalFormAndTheNoiseFromAName(String written, String name, String form) {
    assertThat(CompanyName.of(written)).isEqualTo(new CompanyName(name, form));
  }

  @ParameterizedTest
  @CsvSource({
    "ABC FIBRA, ABC FIBRA",
    "GRUPO ABC LTDA, GRUPO ABC",
    "A.C. CAMARGO, A.C. CAMARGO",
    "TRANSPORTES RIO DOCE, Transportes Rio Doce",
    "PADARIA DO SOL, Padaria do Sol",
    "JM TRANSPORTES, JM Transportes",
    "OAK TREE REMOVALS, Oak Tree Removals",
    "Já escrito Assim, Já escrito Assim"
  })
  void capitalsStayWhereTheyStandForLetters(String written, String name) {
    assertThat(CompanyName.of(written).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n/a", "Lorem ipsum dolor", "404 Not Found", "teste", "Just a moment...", "---"})
  void knowsFillerForWhatItIs(String written) {
    assertThat(CompanyName.isFiller(written)).isTrue();
  }

  @Test
  void aNameThatBeginsLikeFillerIsAName() {
    assertThat(CompanyName.isFiller("Testemunhas do Sabor")).isFalse();
    assertThat(CompanyName.isFiller("Exemplo Contabilidade Ltda")).isFalse();
  }
}
