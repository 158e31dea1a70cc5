package dev.prospector.agents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationNumberTest {

  @ParameterizedTest
  @CsvSource({
    "CNPJ, 00000000000191",
    "NIPC, 501442600",
    "NIF, A28015865",
    "CUIT, 30500010912",
    "RUT, 907490009",
    "NIT, 8909039388",
    "SIREN, 552032534",
    "SIRET, 55203253400646",
    "VAT, GB220430231",
    "VAT, DE129273398",
    "VAT, IT00905811006",
    "VAT, ATU36801500",
    "VAT, NL004495445B01"
  })
  void aChangedDigitIsNoticed(RegistrationKind kind, String valid) {
    assertThat(RegistrationNumber.parse(kind, valid)).isPresent();
    int changes = 0;
    int slipped = 0;
    for (int at = 0; at < valid.length(); at++) {
      for (char other = '0'; other <= '9' && Character.isDigit(valid.charAt(at)); other++) {
        boolean differs = other != valid.charAt(at);
        String changed = valid.substring(0, at) + other + valid.substring(at + 1);
        changes += differs ? 1 : 0;
        slipped += differs && RegistrationNumber.parse(kind, changed).isPresent() ? 1 : 0;
      }
    }
    // Formulas that give the remainders 0 and 1 the same digit, and branch suffixes, let few
    // through.
    assertThat(slipped).isLessThan(changes / 4);
  }

  @Test
  void readsEveryWrittenFormAndRefusesNoise() {
    assertThat(RegistrationNumber.parse(RegistrationKind.RUT, "90.749.000-9"))
        .map(RegistrationNumber::value)
        .contains("907490009");
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder noise = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        noise.append((char) random.nextInt(0x2100));
      }
      for (RegistrationKind kind : RegistrationKind.values()) {
        RegistrationNumber.parse(kind, noise)
            .ifPresent(number -> assertThat(number.kind()).isEqualTo(kind));
      }
    }
  }

  @Test
  void writesTheCustomaryForm() {
    assertThat(new RegistrationNumber(RegistrationKind.CUIT, "30500010912").formatted())
        .isEqualTo("30-50001091-2");
    assertThat(new RegistrationNumber(RegistrationKind.VAT, "DE129273398").country())
        .isEqualTo("DE");
  }

  @Test
  void cannotBeBuiltFromAnInvalidNumber() {
    assertThatThrownBy(() -> new RegistrationNumber(RegistrationKind.NIPC, "501442601"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
