package dev.prospector.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.verification.VatVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatVerifierTest {

  private final VatVerifier vat = VatVerifier.byCheckDigits();

  @ParameterizedTest
  @CsvSource({
    "AT, U13585627",
    "BE, 0428759497",
    "BG, 175074752",
    "CY, 10259033P",
    "CZ, 25123891",
    "DE, 136695976",
    "DK, 13585628",
    "EE, 100931558",
    "EL, 094259216",
    "GR, EL 094259216",
    "ES, J99216582",
    "ES, 54362315K",
    "ES, X5253868R",
    "FI, 20774740",
    "FR, 40303265045",
    "FR, FR 40 303 265 045",
    "GB, 980780684",
    "GB, GD499",
    "XI, 980780684",
    "HR, 33392005961",
    "HU, 12892312",
    "IE, 6433435F",
    "IE, 6433435OA",
    "IT, 00743110157",
    "LT, 119511515",
    "LT, 100001919017",
    "LU, 15027442",
    "LV, 40003521600",
    "MT, 11679112",
    "NL, 004495445B01",
    "NL, 000099998B57",
    "PL, 8567346215",
    "PL, PL 856-734-62-15",
    "PT, 501964843",
    "RO, 18547290",
    "SE, 123456789701",
    "SI, 50223054",
    "SK, 2022749619"
  })
  void aNumberWhoseDigitsHoldIsConsistentAndOneDigitMoreOrLessIsNot(String country, String number) {
    assertThat(vat.verify(country, number)).isEqualTo(Verdict.CONSISTENT);
    int at = lastChangeable(number);
    int digit = number.charAt(at) - '0';
    int unnoticed = 0;
    for (int other = 0; other < 10; other++) {
      String changed = number.substring(0, at) + other + number.substring(at + 1);
      if (other != digit && vat.verify(country, changed) == Verdict.CONSISTENT) {
        unnoticed++;
      }
    }
    // Formulas that share a check digit between two remainders miss one change.
    assertThat(unnoticed)
        .as("%s %s", country, number)
        .isLessThanOrEqualTo(number.length() == 5 ? 9 : 1);
  }

  /** A digit that the formula weighs. */
  private static int lastChangeable(String number) {
    int b = number.indexOf('B', 2);
    int at =
        b > 0 ? b - 2 : number.length() == 12 && !number.contains(" ") ? 8 : number.length() - 2;
    while (!Character.isDigit(number.charAt(at))) {
      at--;
    }
    return at;
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 13669597",
    "DE, 1366959766",
    "DE, DE13669597X",
    "IT, 00000000000",
    "FR, IO303265045",
    "NL, 004495445",
    "GB, 98078068",
    "ES, I99216582",
    "PT, ''",
    "PT, ５０１９６４８４３"
  })
  void aNumberOfAnotherFormIsInconsistent(String country, String number) {
    assertThat(vat.verify(country, number)).isEqualTo(Verdict.INCONSISTENT);
  }

  @Test
  void whatHasNoRuleHereIsUnknownRatherThanWrong() {
    assertThat(vat.verify("US", "123456789")).isEqualTo(Verdict.UNKNOWN);
    assertThat(vat.verify("CZ", "640903926")).isEqualTo(Verdict.UNKNOWN);
    assertThat(vat.verify("FR", "K7399859412")).isEqualTo(Verdict.UNKNOWN);
    assertThat(vat.verify("LV", "16117519997")).isEqualTo(Verdict.UNKNOWN);
  }
}
