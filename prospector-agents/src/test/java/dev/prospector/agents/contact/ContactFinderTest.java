package dev.prospector.agents.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.email.EmailFinding;
import dev.prospector.agents.contact.email.EmailKind;
import dev.prospector.agents.contact.phone.PhoneFinding;
import dev.prospector.agents.contact.phone.PhoneUse;
import dev.prospector.agents.contact.social.SocialFinding;
import dev.prospector.agents.contact.social.SocialNetwork;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.Place;
import dev.prospector.agents.page.Page;
import dev.prospector.agents.page.PageText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactFinderTest {

  private static final ContactHints HINTS = ContactHints.none();

  private final ContactFinder finder = ContactFinder.create();

  private Contacts text(String text) {
    return finder.find(text, HINTS);
  }

  private List<String> mails(String text) {
    return text(text).emails().stream().map(EmailFinding::address).toList();
  }

  private List<String> phones(String text, String country) {
    return finder.find(text, HINTS.withCountry(country)).phones().stream()
        .map(PhoneFinding::e164)
        .toList();
  }

  @Test
  void anAddressInALinkAndInTheTextKeepsBothPlaces() {
    PageText page =
        Page.parse(
                "<p>Write to Sales@Brightmill.com. <a"
                    + " href='mailto:sales@brightmill.com?subject=x'>here</a>",
                "")
            .text();
    EmailFinding mail = finder.find(page, HINTS).emails().get(0);
    assertThat(mail.kind()).isEqualTo(EmailKind.ROLE);
    assertThat(mail.places()).extracting(Place::how).containsExactly(FoundBy.TEXT, FoundBy.LINK);
    assertThat(mail.places().get(0).quote(page.text())).isEqualTo("Sales@Brightmill.com");
  }

  @Test
  void disguisedAddressesAreReadAndMarked() {
    assertThat(mails("maria [at] brumatec [dot] com")).containsExactly("maria@brumatec.com");
    assertThat(mails("maria(arroba)brumatec.com.br")).containsExactly("maria@brumatec.com.br");
    assertThat(mails("maria (arroba) brumatec ponto com ponto br"))
        .containsExactly("maria@brumatec.com.br");
    assertThat(mails("maria AT brumatec DOT com")).containsExactly("maria@brumatec.com");
    assertThat(mails("E-mail: maria at brumatec dot com")).containsExactly("maria@brumatec.com");
    assertThat(mails("maria @ brumatec . com")).containsExactly("maria@brumatec.com");
    assertThat(text("maria [at] brumatec [dot] com").emails().get(0).places().get(0).how())
        .isEqualTo(FoundBy.DEOBFUSCATED);
  }

  @Test
  void whatOnlyLooksLikeAnAddressIsNone() {
    assertThat(mails("We met at lunch dot com was young. logo@2x.png, @company, a@b")).isEmpty();
  }

  @Test
  void wordsRunIntoAnAddressAreCutOff() {
    assertThat(mails("info@brightmill.comPhone: 1")).containsExactly("info@brightmill.com");
    assertThat(mails("info@demo.example")).containsExactly("info@demo.example");
  }

  @Test
  void mailboxesAreToldApart() {
    assertThat(text("vendas.sp@a.com.br maria@a.com.br maria@uol.com.br x@mailinator.com").emails())
        .extracting(EmailFinding::kind)
        .containsExactly(
            EmailKind.ROLE, EmailKind.PERSONAL, EmailKind.FREE_PROVIDER, EmailKind.DISPOSABLE);
  }

  @Test
  void numbersThatAreNoPhonesAreLeftOut() {
    assertThat(
            phones(
                "CNPJ 11.222.333/0001-81, CEP 01310-100, 12/05/2023 10:30, R$ 1.234.567,89, "
                    + "IP 192.168.100.200, ISBN 978-85-359-0277-4, pedido 1132654321",
                "BR"))
        .isEmpty();
    assertThat(phones("License #415 555 2671, item 4155552671", "US")).isEmpty();
  }

  @Test
  void phonesOfATextAreReadInTheirCountry() {
    assertThat(phones("Ligue (11) 3266-5500 ou 99999-1234. Tel.: 0800 722 6001", "BR"))
        .containsExactly("+551132665500", "+5511999991234", "+558007226001");
    assertThat(phones("Call 1-800-FLOWERS or (520) 494-STAR (7827)", "US"))
        .containsExactly("+18003569377", "+15204947827");
  }

  @Test
  void theCountryIsGuessedFromThePage() {
    ContactHints site = HINTS.withUrl("https://www.company.co.uk/contact");
    assertThat(finder.find("Tel: 020 7946 0958", site).phones())
        .extracting(PhoneFinding::region)
        .containsExactly("GB");
    assertThat(
            text("Pentland House, Wilmslow SK9 2GH\nCheshire, England\nTel: 01625 856500").phones())
        .extracting(PhoneFinding::e164)
        .containsExactly("+441625856500");
  }

  @Test
  void faxIsToldFromVoiceByTheWordBefore() {
    List<PhoneFinding> phones = text("Tel 212-307-7050 Fax 212-397-3729").phones();
    assertThat(phones.get(0).uses()).containsExactly(PhoneUse.VOICE);
    assertThat(phones.get(1).uses()).containsExactly(PhoneUse.FAX);
  }

  @Test
  void messengerLinksGiveANumber() {
    PageText page = Page.parse("<a href='https://wa.me/5511999991234'>Fale</a>", "").text();
    PhoneFinding phone = finder.find(page, HINTS).phones().get(0);
    assertThat(phone.uses()).containsExactly(PhoneUse.WHATSAPP);
    assertThat(phone.places().get(0).how()).isEqualTo(FoundBy.LINK);
  }

  @Test
  void profilesAreToldFromButtonsThatShare() {
    PageText page =
        Page.parse(
                "<a href='https://www.facebook.com/company'>f</a>"
                    + "<a href='https://www.facebook.com/sharer/sharer.php?u=x'>share</a>"
                    + "<a href='https://twitter.com/intent/tweet?text=x'>tweet</a>"
                    + "<a href='https://www.linkedin.com/company/acme'>in</a>",
                "")
            .text();
    assertThat(finder.find(page, HINTS).profiles())
        .extracting(SocialFinding::network)
        .containsExactly(SocialNetwork.FACEBOOK, SocialNetwork.LINKEDIN);
  }

  @Test
  void longLinesOfOneSignEndSoon() {
    for (String sign :
        List.of("1", "a", "(", "@", ".", "1-", "a@", "A ", "Rua ", "+55 ", "[at] ")) {
      assertThat(text(sign.repeat(50_000))).isNotNull();
    }
  }
}
