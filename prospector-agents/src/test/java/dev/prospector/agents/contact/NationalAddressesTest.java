package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.postal.AddressFinding;
import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.text.ContactHints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Addresses as they are written in their countries, and what only looks like one. */
class NationalAddressesTest {

  private final ContactFinder finder = ContactFinder.create();

  @ParameterizedTest
  @CsvFileSource(resources = "addresses.csv", delimiter = '|', numLinesToSkip = 1)
  void anAddressIsReadInTheOrderOfItsCountry(
      String country, String written, String street, String code, String city, String state) {
    List<AddressFinding> found = addresses(country, written.replace("\\n", "\n"));

    assertThat(found).as(written).hasSize(1);
    assertThat(part(found, Kind.STREET)).startsWith(text(street));
    assertThat(part(found, Kind.ZIP)).isEqualTo(text(code));
    assertThat(part(found, Kind.CITY)).isEqualTo(text(city));
    assertThat(part(found, Kind.STATE)).isEqualTo(text(state));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "no-addresses.csv", delimiter = '|', numLinesToSkip = 1)
  void whatOnlyLooksLikeAnAddressIsNone(String country, String written) {
    assertThat(addresses(country, written.replace("\\n", "\n")))
        .as(written)
        .noneMatch(AddressFinding::postal);
  }

  @Test
  void aLongGapOfCapitalsIsReadInTimeThatGrowsWithTheText() {
    String page = ("Rua A, 1 " + "Centro ".repeat(20_000) + "\n").repeat(3);

    assertThat(addresses("BR", page)).hasSizeLessThan(10);
  }

  private List<AddressFinding> addresses(String country, String text) {
    return finder.find(text, ContactHints.none().withCountry(country)).addresses();
  }

  private static String part(List<AddressFinding> found, Kind kind) {
    return found.get(0).part(kind).orElse("");
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }
}
