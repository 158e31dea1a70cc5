package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.people.OrganizationFinding;
import dev.prospector.agents.intake.Intake;
import dev.prospector.agents.intake.IntakeAgent;
import dev.prospector.testkit.OneStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words by which a company is told from those that its page names too. */
class OwnNameTest {

  private final OwnName own = OwnName.of(intake("https://frota-azul.example/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Frota-Azul Transportes Ltda\nRua A, 1",
        "FROTAAZUL\nRua A, 1",
        "Frótà Azul, Rua A, 1",
      })
  void whatStandsBeforeAnAddressNamesIt(String text) {
    assertThat(own.standsBefore(text, text.indexOf("Rua A"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hospedagem Certa Ltda\nRua A, 1\nFrota Azul",
        "Rua A, 1",
        "Verde Ltda com sede na Rua A, 1"
      })
  void anotherNameIsNotItsOwn(String text) {
    assertThat(own.standsBefore(text, text.indexOf("Rua A"))).isFalse();
  }

  @Test
  void ofSeveralNamesThoseThatThePageIsSureOfAreItsOwn() {
    List<OrganizationFinding> among =
        own.among(List.of(named("Outra Casa", 0.6), named("Frota Azul", 0.3), named("Fazul", 0.8)));

    assertThat(among).extracting(OrganizationFinding::name).containsExactly("Frota Azul", "Fazul");
  }

  private static OrganizationFinding named(String name, double score) {
    return new OrganizationFinding(name, score, List.of());
  }

  private static Intake intake(String website) {
    return OneStep.of(new IntakeAgent()).site(website, "<p>x</p>").run().written();
  }
}
