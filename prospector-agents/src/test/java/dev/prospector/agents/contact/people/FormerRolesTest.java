package dev.prospector.agents.contact.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormerRolesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ex-gerente de frota (aposentada em 2015)",
        "Ex diretor comercial",
        "Fundador, in memoriam (1940-2012)",
        "Founder (1931–2009)",
        "Former Managing Director",
        "The late founder",
        "Sales Director (retired)",
        "Diretora financeira até 2019",
        "Director hasta marzo de 2018",
        "Geschäftsführer bis 2017",
        "Ehemaliger Geschäftsführer",
        "Antigo sócio",
        "Gründer †"
      })
  void whoHasLeftRetiredOrDiedIsNobodyToTalkTo(String role) {
    assertThat(FormerRoles.are(role)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gerente de frota",
        "Founder and CEO",
        "Export manager",
        "Executive Director",
        "Diretor desde 2012",
        "Head of Formerly Known Brands",
        "Latex buyer",
        "Leiterin Antiquariat",
        "Sócio-administrador",
        "Managing Director since 2005"
      })
  void whoWorksThereStays(String role) {
    assertThat(FormerRoles.are(role)).isFalse();
  }
}
