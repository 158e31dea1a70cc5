package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.phone.PhoneKind;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.text.ContactHints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneFieldsTest {

  private static final ContactHints BRAZIL = ContactHints.none().withCountry("BR");

  private final ContactFinder finder = ContactFinder.create();

  private List<String> numbers(String field) {
    return finder.phones(field, BRAZIL).stream().map(PhoneFinding::e164).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(16) 3665-7200 | +551636657200",
        "16 3665.7200 | +551636657200",
        "0xx16 3665-7200 | +551636657200",
        "0 15 16 3665-7200 | +551636657200",
        "016 36657200 | +551636657200",
        "+55 (016) 3665 7200 | +551636657200",
        "5516999887766 | +5516999887766",
        "(16) 9 9988-7766 | +5516999887766",
        "(16) -99988-7766 | +5516999887766",
        "(16) 366572.00 | +551636657200",
        "4004-1234 | +5540041234",
        "0800 722 6001 | +558007226001"
      })
  void aNumberIsReadInItsManyForms(String field, String e164) {
    assertThat(numbers(field)).containsExactly(e164);
  }

  @Test
  void fourDigitsAfterASlashAreASecondNumber() {
    assertThat(numbers("(16) 3665-7200/9624")).containsExactly("+551636657200", "+551636659624");
    assertThat(numbers("(18) 3322-3553/3302- 6069"))
        .containsExactly("+551833223553", "+551833026069");
    assertThat(numbers("(31)3224-4000, 3239-9308, 3239- 9223 e 3239-9224"))
        .containsExactly("+553132244000", "+553132399308", "+553132399223", "+553132399224");
  }

  @Test
  void aMissingAreaCodeComesFromTheCityAndIsInferred() {
    ContactHints fortaleza = BRAZIL.withCity("FORTALEZA", "CE");
    List<PhoneFinding> phones = finder.phones("3101-3161", fortaleza);
    assertThat(phones).extracting(PhoneFinding::e164).containsExactly("+558531013161");
    assertThat(phones.get(0).inferred()).isTrue();
    assertThat(finder.phones("3101-3161", BRAZIL)).isEmpty();
    assertThat(finder.phones("(85) 3101-3161", fortaleza).get(0).inferred()).isFalse();
  }

  @Test
  void aMobileNumberOfEightDigitsIsGivenTheNinth() {
    PhoneFinding phone = finder.phones("(16) 9988-7766", BRAZIL).get(0);
    assertThat(phone.e164()).isEqualTo("+5516999887766");
    assertThat(phone.kind()).isEqualTo(PhoneKind.MOBILE);
    assertThat(phone.inferred()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sem contato",
        "****",
        "(20) 3665-7200",
        "(16) 1665-7200",
        "(16) 88877-6655",
        "366572001",
        "+55163665720",
        "12345",
        ""
      })
  void whatIsNoNumberGivesNone(String field) {
    assertThat(numbers(field)).isEmpty();
  }

  @Test
  void extensionFaxAndMessengerAreTold() {
    assertThat(finder.phones("(19) 3801-8200 R. 8347", BRAZIL).get(0).extension()).contains("8347");
    assertThat(finder.phones("Fax: (19) 3801-8200", BRAZIL).get(0).uses())
        .containsExactly(PhoneUse.FAX);
    assertThat(finder.phones("(43) 99135-2142 – Whatsapp", BRAZIL).get(0).uses())
        .containsExactly(PhoneUse.WHATSAPP);
  }

  @Test
  void otherCountriesAreReadByTheirPlans() {
    assertThat(finder.phones("020 7946 0958", ContactHints.none().withCountry("GB")))
        .extracting(PhoneFinding::e164)
        .containsExactly("+442079460958");
    assertThat(finder.phones("+52 1 55 1234 5678", ContactHints.none().withCountry("MX")))
        .extracting(PhoneFinding::e164)
        .containsExactly("+525512345678");
  }
}
