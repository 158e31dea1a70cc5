package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.prospector.agents.contact.people.OrganizationFinding;
import dev.prospector.agents.contact.people.PersonFinding;
import dev.prospector.agents.contact.postal.AddressFinding;
import dev.prospector.agents.contact.postal.AddressPart;
import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.page.PageText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressesAndNamesTest {

  private final ContactFinder finder = ContactFinder.create();

  private Contacts find(String html, String url) {
    return finder.find(Page.parse(html, url).text(), ContactHints.none().withUrl(url));
  }

  private List<AddressPart> parts(String text) {
    return finder.find(text, ContactHints.none()).addresses().stream()
        .flatMap(address -> address.parts().stream())
        .toList();
  }

  @Test
  void anAmericanAddressHasItsParts() {
    assertThat(parts("Visit us\n720 Brazos Street Ste 110\nAustin, TX 78701\nUSA\nToday"))
        .extracting(AddressPart::kind, AddressPart::value)
        .containsExactly(
            tuple(Kind.STREET, "720 Brazos Street Ste 110"),
            tuple(Kind.CITY, "Austin"),
            tuple(Kind.STATE, "TX"),
            tuple(Kind.ZIP, "78701"),
            tuple(Kind.COUNTRY, "USA"));
  }

  @Test
  void partsThatStandTogetherAreOneAddress() {
    List<AddressFinding> addresses =
        finder
            .find(
                "720 Brazos Street\nAustin, TX 78701\n\nOur second office\n"
                    + "1190 Kennestone Circle NW\nMarietta, GA 30066",
                ContactHints.none())
            .addresses();
    assertThat(addresses).hasSize(2).allMatch(AddressFinding::postal);
    assertThat(addresses.get(1).part(Kind.CITY)).contains("Marietta");
  }

  @Test
  void aBritishAddressIsReadBackwardsFromItsCode() {
    assertThat(parts("Unit 3 Palace Court\n250 Finchley Road\nWilmslow\nCheshire\nSK9 2GH"))
        .extracting(AddressPart::kind, AddressPart::value)
        .containsExactly(
            tuple(Kind.STREET, "Unit 3 Palace Court 250 Finchley Road"),
            tuple(Kind.CITY, "Wilmslow"),
            tuple(Kind.STATE, "Cheshire"),
            tuple(Kind.ZIP, "SK9 2GH"));
  }

  @Test
  void addressesOfOtherCountriesAreReadByTheirForms() {
    assertThat(parts("Rua das Flores, 123 - sala 4\nCuritiba - PR\nCEP 80020-090"))
        .extracting(AddressPart::kind)
        .containsExactly(Kind.STREET, Kind.CITY, Kind.STATE, Kind.ZIP);
    assertThat(parts("Dorpsstraat 12a\n1234 AB Utrecht"))
        .extracting(AddressPart::value)
        .containsExactly("Dorpsstraat 12a", "1234 AB", "Utrecht");
    assertThat(parts("Musterstraße 1\nD-10115 Berlin"))
        .extracting(AddressPart::value)
        .containsExactly("Musterstraße 1", "D-10115", "Berlin");
  }

  @Test
  void structuredDataAndLabelsGiveAddressesToo() {
    PageText page =
        Page.parse("<p>City: Vallendar</p>", "")
            .text(
                List.of(
                    "PostalAddress.streetAddress\tAv. Paulista, 1000",
                    "PostalAddress.addressLocality\tSão Paulo",
                    "PostalAddress.addressCountry\tBR"));
    List<AddressFinding> addresses = finder.find(page, ContactHints.none()).addresses();
    assertThat(addresses.get(0).part(Kind.CITY)).contains("Vallendar");
    assertThat(addresses.get(1).part(Kind.STREET)).contains("Av. Paulista, 1000");
    assertThat(addresses.get(1).place().how()).isEqualTo(FoundBy.STRUCTURED);
  }

  @Test
  void aCityWithinAnotherNameIsNoPlace() {
    assertThat(parts("Tickets for the Dallas Cowboys and the University of California")).isEmpty();
  }

  @Test
  void theOrganisationOfThePageComesFirst() {
    Contacts contacts =
        find(
            "<title>Leeward Productions | Contact</title><p>Made with Other Things, Inc.</p>"
                + "<p>© 2014 Leeward Productions. All rights reserved.</p>",
            "http://www.leewardpro.com/");
    assertThat(contacts.organizations())
        .extracting(OrganizationFinding::name)
        .startsWith("Leeward Productions")
        .anyMatch(name -> name.startsWith("Other Things, Inc"));
  }

  @Test
  void whoBuiltTheSiteDoesNotOwnIt() {
    assertThat(find("<p>Website designed by Pixel Factory, Inc.</p>", "").organizations())
        .isEmpty();
  }

  @Test
  void aNameThatIsOnlySaidWithinALongerOneIsNotReportedBesideIt() {
    assertThat(
            find("<p>Prism Flow Products was founded in 1990.</p>", "http://www.prismflow.com/")
                .organizations())
        .extracting(OrganizationFinding::name)
        .containsExactly("Prism Flow Products");
  }

  @Test
  void anInstitutionIsNamedWithoutWhatLeadsToIt() {
    assertThat(
            find("<p>She taught at Lakeside College. View all schools. Ask the Schools</p>", "")
                .organizations())
        .extracting(OrganizationFinding::name)
        .containsExactly("Lakeside College");
  }

  @Test
  void anAmpersandIsReadAsTheWordThatTheDomainSpells() {
    assertThat(find("<p>H & S Plumbing</p>", "http://www.handsplumbing.com/").organizations())
        .extracting(OrganizationFinding::name)
        .containsExactly("H & S Plumbing");
  }

  @Test
  void aNameBesideATitleIsAPerson() {
    Contacts contacts =
        find(
            "<p>Patrick Hiller, CEO</p><h3>MATTHEW LEE</h3><p>FINANCIAL CONTROLLER</p>"
                + "<p>Diretora: Ana Souza</p><p>Our Services</p><p>Manager</p>",
            "");
    assertThat(contacts.people())
        .extracting(PersonFinding::name, person -> person.role().orElse(""))
        .containsExactly(
            tuple("Patrick Hiller", "CEO"),
            tuple("MATTHEW LEE", "FINANCIAL CONTROLLER"),
            tuple("Ana Souza", "Diretora"));
  }

  @Test
  void everyQuoteLiesInTheTextWhateverTheTextIs() {
    Random random = new Random(7);
    List<String> words =
        List.of(
            "Rua",
            "123",
            "São Paulo",
            "-",
            "SP",
            "\n",
            "CEP",
            "01310-100",
            "Tel",
            "(11)",
            "3266-5500",
            "info@a.com",
            "©",
            "2014",
            "Acme",
            "Ltd.",
            "John Smith",
            ",",
            "CEO",
            "Austin",
            "TX",
            "78701",
            "[at]",
            "/9624",
            "\t",
            "+55",
            "\ud83d\ude00",
            "'",
            "Dr.",
            "SW1A 1AA");
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(words.get(random.nextInt(words.size())))
            .append(random.nextInt(4) == 0 ? "" : " ");
      }
      PageText page = Page.parse("<p>" + text.toString().replace("\n", "<br>"), "").text();
      places(finder.find(page, ContactHints.none()))
          .forEach(place -> assertThat(place.quote(page.text())).isNotBlank());
    }
  }

  private static List<Place> places(Contacts contacts) {
    List<Place> places = new java.util.ArrayList<>();
    contacts.emails().forEach(f -> places.addAll(f.places()));
    contacts.phones().forEach(f -> places.addAll(f.places()));
    contacts.organizations().forEach(f -> places.addAll(f.places()));
    contacts.people().forEach(f -> places.addAll(f.places()));
    contacts.addresses().forEach(f -> places.add(f.place()));
    return places;
  }
}
