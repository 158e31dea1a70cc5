package dev.prospector.agents.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class OrganizationDataTest {

  private static final String JSON_LD =
      "<script type='application/ld+json'>{\"@context\": \"https://schema.org\","
          + "\"@type\": \"LocalBusiness\", \"name\": \"Padaria Sol &amp; Mar\","
          + "\"telephone\": \"+55 81 3333-4444\", \"email\": \"mailto:oi@sol.example\","
          + "\"address\": {\"@type\": \"PostalAddress\", \"streetAddress\": \"Rua X, 12\","
          + "\"addressLocality\": \"Recife\"}, \"sameAs\": [\"https://social.example/sol\"],"
          + "\"numberOfEmployees\": {\"@type\": \"QuantitativeValue\", \"value\": 12},"
          + "\"contactPoint\": {\"telephone\": \"0800 123\"},"
          + "\"founder\": {\"@type\": \"Person\", \"name\": \"Ana\", \"jobTitle\": \"CEO\"}}</script>";
  private static final String MICRODATA =
      "<div itemscope itemtype='https://schema.org/Bakery'><b itemprop=name>Padaria Sol & Mar</b>"
          + "<b itemprop=telephone>+55 81 3333-4444</b><b itemprop=taxID>123</b></div>";

  private static StructuredData read(String html) {
    return StructuredData.of(Jsoup.parse(html), "https://sol.example/");
  }

  @Test
  void factsOfOneNameAreMergedOverSyntaxes() {
    List<OrganizationData> found = OrganizationData.of(read(JSON_LD + MICRODATA));
    assertThat(found).hasSize(1);
    OrganizationData organization = found.get(0);
    assertThat(organization.types()).containsExactly("LocalBusiness", "Bakery");
    assertThat(organization.name()).contains("Padaria Sol & Mar");
    assertThat(organization.values(Fact.Field.TELEPHONE))
        .containsExactly("+55 81 3333-4444", "0800 123");
    assertThat(organization.values(Fact.Field.EMAIL)).containsExactly("oi@sol.example");
    assertThat(organization.values(Fact.Field.EMPLOYEES)).containsExactly("12");
    assertThat(organization.values(Fact.Field.TAX_ID)).containsExactly("123");
    assertThat(organization.addresses()).hasSize(1);
    assertThat(organization.people().get(0).facts())
        .extracting(Fact::value)
        .containsExactly("Ana", "CEO");
  }

  @Test
  void everyFactNamesALineOfThePage() {
    StructuredData data = read(JSON_LD + MICRODATA);
    List<Fact> facts = new ArrayList<>();
    for (OrganizationData organization : OrganizationData.of(data)) {
      facts.addAll(organization.facts());
      organization.addresses().forEach(address -> facts.addAll(address.parts()));
      organization.people().forEach(person -> facts.addAll(person.facts()));
    }
    assertThat(facts).hasSizeGreaterThan(8);
    assertThat(data.lines()).containsAll(facts.stream().map(Fact::line).toList());
  }

  @Test
  void linesShowThePathAndOneLineOfValue() {
    assertThat(read(JSON_LD).lines())
        .contains(
            "LocalBusiness.name\tPadaria Sol & Mar",
            "LocalBusiness.address.streetAddress\tRua X, 12",
            "LocalBusiness.founder.jobTitle\tCEO");
  }

  @Test
  void allSyntaxesOfOneDescriptionStateTheSame() {
    String rdfa =
        "<div vocab='https://schema.org' typeof=Organization><b property=name>Acme</b>"
            + "<p property=address typeof=PostalAddress><b property=postalCode>50000</b></p></div>";
    String card =
        "<div class=vcard><b class='fn org'>Acme</b><p class=adr><b class=postal-code>50000</b>"
            + "</p></div>";
    for (String html : List.of(rdfa, card)) {
      OrganizationData organization = OrganizationData.of(read(html)).get(0);
      assertThat(organization.name()).contains("Acme");
      assertThat(organization.addresses().get(0).parts())
          .extracting(Fact::field, Fact::value)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Fact.Field.POSTAL_CODE, "50000"));
    }
  }

  @Test
  void aPersonsCardIsNoOrganization() {
    assertThat(OrganizationData.of(read("<p class=h-card>Ana Lima</p>"))).isEmpty();
  }
}
