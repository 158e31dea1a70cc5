package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.people.PersonFinding;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.structured.StructuredData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** People with the role that stands beside them, and those who are not of the company. */
class PeopleOfTheCompanyTest {

  private static final String URL = "https://company.example/";

  private final ContactFinder finder = ContactFinder.create();

  @ParameterizedTest
  @CsvFileSource(resources = "people.csv", delimiter = '|', numLinesToSkip = 1)
  void theRoleIsThatOfTheNameBesideIt(String html, String people) {
    List<String> found =
        people(html).stream().map(p -> p.name() + "=" + p.role().orElse("")).sorted().toList();

    assertThat(found).as(html).containsExactlyInAnyOrder(people.split(";"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "no-people.csv", delimiter = '|', numLinesToSkip = 1)
  void aReviewerAnAuthorAndAFirmAreNoContacts(String html) {
    assertThat(people(html)).as(html).extracting(PersonFinding::name).isEmpty();
  }

  @Test
  void authorsOfReviewsAreKeptApart() {
    Contacts contacts =
        contacts(
            "<h1>Movers</h1><h2>What our clients say</h2><blockquote>Great!</blockquote>"
                + "<p>Jane Poole, CEO</p>");

    assertThat(contacts.people()).isEmpty();
    assertThat(contacts.bystanders()).extracting(PersonFinding::name).contains("Jane Poole");
  }

  private List<PersonFinding> people(String html) {
    return contacts(html).people();
  }

  private Contacts contacts(String html) {
    Page page = Page.parse("<html><body>" + html + "</body></html>", URL);
    return finder.find(
        page.text(StructuredData.of(page.document(), URL).lines()), ContactHints.none());
  }
}
