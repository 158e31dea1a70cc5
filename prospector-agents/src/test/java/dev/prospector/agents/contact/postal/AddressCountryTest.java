package dev.prospector.agents.contact.postal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.ContactFinder;
import dev.prospector.agents.contact.text.ContactHints;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The country of an address, by its own words only. */
class AddressCountryTest {

  private final ContactFinder finder = ContactFinder.create();

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/prospector/agents/contact/addresses.csv",
      delimiter = '|',
      numLinesToSkip = 1)
  void anAddressIsNeverPutIntoAnotherCountry(String country, String written) {
    List<AddressFinding> found = addresses(country, written.replace("\\n", "\n"));

    assertThat(found).hasSize(1);
    assertThat(country(found.get(0), written.replace("\\n", "\n"))).isIn("", country);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "US | 40 Elm Street, Walnut, CA 91789",
        "US | 9 Market Square, Lancaster, PA 17603",
        "US | 77 Peachtree Road, Atlanta, Georgia 30309",
        "US | 12 Harbor Drive, Naples, Florida",
        "GB | 3 Mill Lane, Bristol BS1 5QT",
        "GB | Unit 4, Olympic Court, Preston, Lancashire, PR1 2AB",
        "CA | 100 King Street West, Toronto, ON M5X 1A9",
        "BR | Rua das Paineiras, 120, Centro, Limeira - SP, CEP 13480-000",
        "BR | Avenida Portugal, 80 - Maceió/AL - 57020-700",
        "BR | Rua da Praia, 5, Belém - PA",
        "DE | Hafenstraße 7, 80331 München",
        "PT | Rua do Almada, 30, 4050-031 Porto",
        "DE | Hauptstraße 12, 50667 Köln, Deutschland",
        "MX | Calle 60 Núm. 491, 97000 Mérida, México"
      })
  void whatAnAddressSaysTellsItsCountry(String country, String written) {
    List<AddressFinding> found = addresses(country, written);

    assertThat(found).as(written).hasSize(1);
    assertThat(country(found.get(0), written)).isEqualTo(country);
    assertThat(AddressCountry.TYPE.derives(country, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ES | Calle Mayor 5, 46001 Guadalajara", // there is one in Mexico, which writes it alike
        "BR | Rua das Flores, 12, Centro",
        "BR | Rua Itália, 44, Vila Nova",
        "US | 15 Lebanon Road, Springfield"
      })
  void whereSeveralCountriesMayBeMeantNoneIsTold(String country, String written) {
    assertThat(addresses(country, written))
        .allSatisfy(address -> assertThat(country(address, written)).isEmpty());
  }

  @Test
  void aCountryThatTheWordsDoNotTellIsNotRead() {
    assertThat(AddressCountry.TYPE.derives("US", "12 Meeting Street, Charleston, SC 29401"))
        .isTrue();
    assertThat(AddressCountry.TYPE.derives("BR", "12 Meeting Street, Charleston, SC 29401"))
        .isFalse();
    assertThat(AddressCountry.TYPE.derives("DE", "12 Meeting Street, Charleston, SC 29401"))
        .isFalse();
  }

  private List<AddressFinding> addresses(String country, String text) {
    return finder.find(text, ContactHints.none().withCountry(country)).addresses();
  }

  private static String country(AddressFinding address, String text) {
    String words = text.substring(address.place().start(), address.place().end());
    return Optional.of(address).flatMap(a -> AddressCountry.of(a, words)).orElse("");
  }
}
