package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCompaniesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Uma padaria que TAMBÉM SE CHAMA Aurora",
        "empresa de mesmo nome",
        "outra com o mesmo nome",
        "loja do mesmo nome",
        "há um homônimo em Recife",
        "duas homónimas",
        "Não confundir com a Aurora Ltda",
        "não nos confunda com ela",
        "Não temos qualquer ligação com",
        "não há relação com",
        "não existe nenhuma vínculo",
        "NÃO TEM VÍNCULO",
        "sem parentesco",
        "não somos sócios em comum",
        "no nos confundir con",
        "no confundar",
        "el mismo nombre",
        "no tenemos ninguna relación con",
        "sin vínculo con",
        "Not to be confused with",
        "a firm of the same name",
        "not affiliated with",
        "in no way associated with",
        "not connected to",
        "not related to",
        "no relation to",
        "no connection with",
        "no affiliation with",
        "an unrelated company"
      })
  void aLineThatDisclaimsIsAboutAnotherCompany(String disclaimer) {
    String text = "Contact us\n" + disclaimer + ", (11) 3232-1234\nRua A, 1";
    OtherCompanies others = OtherCompanies.in(text);
    assertThat(others.cover(text.indexOf("3232"), text.indexOf("3232") + 4)).isTrue();
    assertThat(others.cover(0, 7)).isFalse();
    assertThat(others.cover(text.indexOf("Rua"), text.length())).isFalse();
  }

  @Test
  void wordsOfDisclaimersAloneDisclaimNothing() {
    String text = "Our name is known. Related services\nHome, relações públicas, affiliates";
    assertThat(OtherCompanies.in(text).cover(0, text.length())).isFalse();
  }
}
