package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.people.OrganizationFinding;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.page.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a site calls its company, by its title, its domain and the form of its name in law. */
class SiteNamesTest {

  @ParameterizedTest
  @CsvFileSource(resources = "site-names.csv", delimiter = '|', numLinesToSkip = 1)
  void aSiteIsCalledAsItsTitleAndDomainSay(
      String domain, String title, String html, String names, String others) {
    String url = "https://" + domain + "/";
    String page =
        "<html><head><title>%s</title></head><body>%s</body></html>".formatted(title, html);

    List<String> found =
        ContactFinder.create()
            .find(Page.parse(page, url).text(), ContactHints.none().withUrl(url))
            .organizations()
            .stream()
            .map(OrganizationFinding::name)
            .toList();

    assertThat(found).containsAll(values(names));
    assertThat(found).noneMatch(values(others)::contains);
  }

  private static List<String> values(String cell) {
    return cell == null ? List.of() : List.of(cell.split(";"));
  }
}
