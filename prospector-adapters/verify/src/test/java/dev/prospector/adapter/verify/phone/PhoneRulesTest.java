package dev.prospector.adapter.verify.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerdict.Likelihood;
import dev.prospector.verification.PhoneVerdict.Status;
import dev.prospector.verification.PhoneVerdict.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneRulesTest {

  private final PhoneRules rules = new PhoneRules();

  @ParameterizedTest
  @CsvSource({
    "(11) 98765-4321, BR, +5511987654321, MOBILE, LIKELY",
    "(11) 3456-7890, BR, +551134567890, LANDLINE, POSSIBLE",
    "0800 729 0722, BR, +558007290722, TOLL_FREE, UNLIKELY",
    "+351 912 345 678, '', +351912345678, MOBILE, LIKELY",
    "020 7946 0018, GB, +442079460018, LANDLINE, POSSIBLE",
    "+1 415 555 2671, '', +14155552671, LANDLINE_OR_MOBILE, POSSIBLE"
  })
  void typeAndRegionFollowFromTheNumberingPlan(
      String number, String region, String e164, Type type, Likelihood whatsApp) {
    PhoneVerdict verdict = rules.verify(number, region);
    assertThat(verdict.status()).isEqualTo(Status.VALID);
    assertThat(verdict.plan().orElseThrow().e164()).isEqualTo(e164);
    assertThat(verdict.plan().orElseThrow().type()).isEqualTo(type);
    assertThat(verdict.whatsApp()).isEqualTo(whatsApp);
  }

  @Test
  void theCarrierIsNamedWhereThePlanKnowsIt() {
    assertThat(rules.verify("+351 912 345 678", "").plan().orElseThrow().carrier())
        .contains("Vodafone");
    assertThat(rules.verify("(11) 3456-7890", "BR").plan().orElseThrow().carrier()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"(10) 98765-4321, BR", "(11) 98765-432, BR", "call us, BR", "+999 123456, ''"})
  void whatThePlanDoesNotHaveIsInvalid(String number, String region) {
    assertThat(rules.verify(number, region).status()).isEqualTo(Status.INVALID);
    assertThat(rules.verify(number, region).lowered(0.8)).isZero();
  }

  @Test
  void aNumberWithoutACountryIsUnknownAndLosesNothing() {
    PhoneVerdict verdict = rules.verify("98765-4321", "");
    assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
    assertThat(verdict.lowered(0.8)).isEqualTo(0.8);
  }

  @Test
  void textOfAnyLengthEnds() {
    assertThat(rules.verify("1".repeat(1_000_000), "BR").status()).isEqualTo(Status.INVALID);
  }
}
