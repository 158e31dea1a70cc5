package dev.prospector.agents.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CnpjTest {

  private static final String BASE_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.ABC.345/01DE-35",
        "12abc34501de35",
        "12 ABC 345 01DE 35",
        " 12.ABC.345/01DE–35 ",
        "00.000.000/0001-91"
      })
  void acceptsEveryWrittenForm(String written) {
    assertThat(Cnpj.parse(written)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12.ABC.345/01DE-34",
        "12ABC34501DEAA",
        "1112223334445-",
        "00000000000000",
        "11111111111111",
        "12_ABC_345_01DE35",
        "012ABC34501DE35",
        "１２ABC34501DE35"
      })
  void refusesWhatIsNotANumber(String written) {
    assertThat(Cnpj.parse(written)).isEmpty();
  }

  @Test
  void namesItsParts() {
    Cnpj cnpj = Cnpj.parse("12abc34501de35").orElseThrow();

    assertThat(cnpj.root()).isEqualTo("12ABC345");
    assertThat(cnpj.order()).isEqualTo("01DE");
    assertThat(cnpj.checkDigits()).isEqualTo("35");
    assertThat(cnpj.isHeadOffice()).isFalse();
    assertThat(cnpj.formatted()).isEqualTo("12.ABC.345/01DE-35");
    assertThat(Cnpj.parse("00000000000191").orElseThrow().isHeadOffice()).isTrue();
  }

  @Test
  void cannotBeBuiltFromAnythingButAValidPlainForm() {
    assertThatThrownBy(() -> new Cnpj("12.ABC.345/01DE-35"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasExactlyOnePairOfCheckDigitsForEachBase() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String base = randomBase(random, BASE_ALPHABET);
      assertThat(validPairs(base)).as(base).isEqualTo(1);
    }
  }

  @Test
  void aChangedDigitIsNoticedUnlessBothRemaindersFoldToZero() {
    Random random = new Random(11);
    int noticed = 0;
    int changes = 0;
    for (int i = 0; i < 300; i++) {
      String valid = complete(randomBase(random, "0123456789"));
      for (int at = 0; at < 14; at++) {
        char other = (char) ('0' + (valid.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        String changed = valid.substring(0, at) + other + valid.substring(at + 1);
        changes++;
        noticed += Cnpj.parse(changed).isEmpty() ? 1 : 0;
        assertThat(at >= 12 && Cnpj.parse(changed).isPresent()).as(changed).isFalse();
      }
    }
    assertThat(noticed).isGreaterThan(changes * 995 / 1000);
  }

  @Test
  void lettersElevenApartAreTheKnownBlindSpot() {
    String valid = complete("6BC34567000A");
    assertThat(Cnpj.parse("L" + valid.substring(1))).isPresent();
    assertThat(Cnpj.parse("K" + valid.substring(1))).isEmpty();
  }

  private static String complete(String base) {
    for (int check = 0; check < 100; check++) {
      String candidate = base + (char) ('0' + check / 10) + (char) ('0' + check % 10);
      if (Cnpj.parse(candidate).isPresent()) {
        return candidate;
      }
    }
    throw new AssertionError("no check digits for " + base);
  }

  private static int validPairs(String base) {
    int pairs = 0;
    for (int check = 0; check < 100; check++) {
      String candidate = base + (char) ('0' + check / 10) + (char) ('0' + check % 10);
      pairs += Cnpj.parse(candidate).isPresent() ? 1 : 0;
    }
    return pairs;
  }

  private static String randomBase(Random random, String alphabet) {
    StringBuilder base = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      base.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return base.toString();
  }
}
