package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.text.ContactHints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** National numbers are read by the country that the page speaks for; codes are no numbers. */
class CountryBeforeNumbersTest {

  private final ContactFinder finder = ContactFinder.create();

  @ParameterizedTest
  @CsvFileSource(resources = "national-numbers.csv", delimiter = '|', numLinesToSkip = 1)
  void aNationalNumberIsReadByTheCountryOfTheSite(
      String url, String language, String text, String number) {
    ContactHints hints = ContactHints.none().withUrl(url).withLanguage(language);

    assertThat(numbers(text, hints)).as(text).containsExactly(number);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "no-numbers.csv", delimiter = '|', numLinesToSkip = 1)
  void aCodeADateAndAnIdAreNoNumbers(String country, String text) {
    assertThat(numbers(text, ContactHints.none().withCountry(country))).as(text).isEmpty();
  }

  /** No country speaks for itself: what is announced could be a mobile number of Australia. */
  @Test
  void aPageInALanguageThatNobodyKnowsIsNotReadAsEnglishSpeaking() {
    ContactHints unknown = ContactHints.none().withUrl("https://praxis.example/");

    assertThat(numbers("Phone: 0464 374 848", unknown.withLanguage("other"))).isEmpty();
    assertThat(numbers("Phone: +31 46 437 4848", unknown.withLanguage("other")))
        .containsExactly("+31464374848");
  }

  private List<String> numbers(String text, ContactHints hints) {
    return finder.find(text.replace("\\n", "\n"), hints).phones().stream()
        .map(PhoneFinding::e164)
        .toList();
  }
}
