package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.Pipelines;
import dev.prospector.agents.SiteFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Who made, hosts or photographed a site, and whom a page writes about, is not the company. */
class CreditsTest {

  @ParameterizedTest
  @CsvFileSource(resources = "credits.csv", delimiter = '|', numLinesToSkip = 1)
  void whatStandsInACreditIsNotTheCompanys(
      String language, String company, String html, String own, String others) {
    List<String> told = told(language, company, html);

    assertThat(told).as("the company's own").containsAll(values(own));
    assertThat(told).as("another's").noneMatch(values(others)::contains);
  }

  private static List<String> told(String language, String company, String html) {
    String page =
        "<html lang=%s><head><title>%s</title></head><body><main>%s</main></body></html>"
            .formatted(language, company, html);
    ContactDetails found =
        new SiteFixture()
            .page("http://firma.example/", page)
            .run(
                Pipelines.standard(),
                SiteFixture.SELLER,
                SiteFixture.bare("1", company, "firma.example"))
            .dossier()
            .find(ContactDetails.KEY)
            .orElseThrow();
    return Stream.of(
            found.people().stream().map(person -> person.name().known()),
            found.phones().stream().map(phone -> phone.number().known()),
            found.emails().stream().map(email -> email.address().known()),
            found.addresses().stream().map(address -> address.place().known().city()),
            found.addresses().stream().map(address -> address.place().known().street()))
        .flatMap(values -> values)
        .toList();
  }

  private static List<String> values(String cell) {
    return cell == null ? List.of() : List.of(cell.split(";"));
  }
}
