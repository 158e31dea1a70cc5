package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.ContactFinder;
import dev.prospector.agents.contact.Contacts;
import dev.prospector.agents.contact.text.ContactHints;
import dev.prospector.agents.page.layout.PageRole;
import dev.prospector.agents.structured.StructuredData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fact: names, numbers and years of others are not the company's. */
class PageRoleTest {

  private static final String URL = "https://voice.example/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<footer><p>Web design by Voice <a"
            + " href='mailto:hello@voice.example'>write</a></p></footer>",
        "<h2>Depoimentos</h2><p>Conte o seu: hello@voice.example ou anna@other.example</p>",
        "<section id='reviews'><p>hello@mail.voice.example, bob@other.example</p></section>"
      })
  void inWhatOthersSayOnlyTheSitesOwnAddressesAreItsOwn(String html) {
    Page page = Page.parse("<h1>Voice</h1><p>We carry freight in the north.</p>" + html, URL);

    assertThat(ContactFinder.create().find(page.text(), ContactHints.none().withUrl(URL)).emails())
        .singleElement()
        .satisfies(email -> assertThat(email.address()).contains("hello@").contains("voice"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h2>What our clients say</h2><p>KEY</p>",
        "<h2>Depoimentos</h2><div><p>KEY</p></div>",
        "<h3>O que dizem nossos clientes</h3><div><span>KEY</span></div>",
        "<h2>Unsere Kunden</h2><ul><li>KEY</li></ul>",
        "<h2>Nuestros clientes</h2><p>KEY</p>",
        "<h2>Ils nous font confiance</h2><p>KEY</p>",
        "<div class='testimonial-item'><p>Great.</p><p>KEY</p></div>",
        "<section id='reviews'><p>KEY</p></section>",
        "<div itemscope itemtype='https://schema.org/Review'><p>KEY</p></div>",
        "<blockquote>They did well.<footer>KEY</footer></blockquote>",
        "<p>“They moved us without a scratch at all.”</p><p>KEY</p>",
        "<p>“Excelente!” — KEY</p>",
        "<footer><p>Site desenvolvido por KEY</p></footer>",
        "<footer><p>Web design by KEY</p></footer>",
        "<div class='comments'><p>KEY</p></div>",
        "<table><tr><td><h3>Testimonials</h3></td></tr><tr><td>KEY</td></tr></table>",
        "<table><tr><td>Testimonials</td></tr><tr><td><table><tr><td>Fine"
            + " work.</td></tr><tr><td>KEY</td></tr></table></td></tr></table>",
        "<table><tr><td>Depoimentos</td></tr><tr><td>Muito"
            + " bom.</td></tr><tr><td>KEY</td></tr></table>",
        "<p>Testimonios</p><div>Muy bien.</div><div>KEY</div>",
        "<table><tr><td><b>Kundenstimmen</b></td></tr><tr><td><table><tr><td>“Sehr"
            + " gut”</td><td>Fein.</td></tr><tr><td>KEY</td></tr></table></td></tr></table>",
        "<table><tr><td><font>TESTIMONIALS</font></td></tr><tr><td><table><tr><td><p>Fine.</p><p>KEY</p>"
            + "</td></tr></table></td></tr></table>",
        "<table><tr><td><p>Testimonials</p></td></tr><tr><td>&nbsp;</td></tr><tr><td><table><tr><td>"
            + "<table><tr><td>Fine.</td></tr></table></td></tr><tr><td>KEY</td></tr></table></td></tr>"
            + "</table>",
        "<table><tr><td><table><tr><td>Testimonials</td></tr></table></td></tr><tr><td><table><tr><td>"
            + "Fine.</td></tr><tr><td>KEY</td></tr></table></td></tr></table>",
        "<table><tr><td><table><tr><td>Reviews</td></tr><tr><td>KEY</td></tr></table></td></tr></table>"
      })
  void whatOthersSayOrAreIsTheirs(String html) {
    assertThat(roleOfKey("<h1>Voice</h1><p>We carry freight in the north.</p>" + html, URL))
        .isEqualTo(PageRole.OTHERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h2>Our team</h2><p>KEY</p>",
        "<h2>Our clients</h2><p>Acme</p><h2>Our team</h2><p>KEY</p>",
        "<h2>Depoimentos</h2><p>x</p><footer><p>KEY</p></footer>",
        "<h2>Reviews</h2><p>x</p><address>KEY</address>",
        "<blockquote>KEY</blockquote>",
        "<p>Our clients value what we do for them every day. KEY</p>",
        "<h2>Clientes atendidos com carinho desde sempre</h2><p>KEY</p>",
        "<p>“Quality first” is our motto. KEY</p>",
        "<table><tr><td>Partner in charge</td><td>KEY</td></tr></table>",
        "<form><p>Name</p></form><p>KEY</p>",
        "<table><tr><td><table><tr><td>Our customers are saying...</td></tr><tr><td>Fine.</td></tr>"
            + "</table></td><td>KEY</td></tr></table>",
        "<table><tr><td><h4>Depoimentos</h4><p>Excelente.</p></td><td><p>KEY</p></td></tr></table>",
        "<aside><h3>Reviews</h3><p>Fine.</p></aside><p>KEY</p>",
        "<table><tr><td>Our customers are saying...</td></tr><tr><td>Fine.</td></tr><tr><td>"
            + "<table><tr><td>KEY</td></tr></table></td></tr></table>",
        "<table><tr><td>Testimonials</td></tr><tr><td><table><tr><td>Fine"
            + " work.</td></tr><tr><td>Very"
            + " good.</td></tr></table></td></tr><tr><td>KEY</td></tr></table>",
        "<table><tr><td>Depoimentos</td></tr><tr><td><table><tr><td>Bom.</td></tr></table></td></tr><tr><td>Fale"
            + " conosco: KEY</td></tr></table>",
        "<p>Testimonials page</p><p>KEY</p>",
        "<p>Testimonialized</p><p>KEY</p>",
        "<p>Depoimentos em vídeo da fábrica</p><p>KEY</p>",
        "<p>Testimonios</p><p>Bien.</p><h2>Contacto</h2><p>KEY</p>",
        "<nav><a href='/a'>Clients</a></nav><p>KEY</p>"
      })
  void whatTheCompanySaysOfItselfIsItsOwn(String html) {
    assertThat(roleOfKey("<h1>Voice</h1><p>We carry freight in the north.</p>" + html, URL))
        .isEqualTo(PageRole.OWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<form><label>KEY</label><input></form>|FORM",
        "<div class='wpcf7'><p>KEY</p></div>|FORM",
        "<nav><ul><li>KEY</li></ul></nav>|NAVIGATION",
        "<div class='breadcrumbs'><p>KEY</p></div>|NAVIGATION",
        "<p>© 2024 KEY. All rights reserved.</p>|LEGAL",
        "<b>Our customers are saying...</b><p>Fine.</p><p>© Copyright, KEY 2010.</p>|LEGAL",
        "<p>Depoimentos</p><p>Bom.</p><p>KEY - Todos os direitos reservados</p>|LEGAL",
        "<div id='cookie-banner'><p>KEY</p></div>|LEGAL",
        "<p>We use cookies to make this better. KEY</p>|LEGAL"
      })
  void partsOfAPageHaveTheirRoles(String html, PageRole role) {
    assertThat(roleOfKey("<h1>Voice</h1><p>We carry freight in the north.</p>" + html, URL))
        .isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/blog/a-day, ARTICLE",
    "https://a.example/noticias/2024/x.html, ARTICLE",
    "https://a.example/politica-de-privacidade, LEGAL",
    "https://a.example/terms, LEGAL",
    "https://a.example/impressum, OWN",
    "https://a.example/contato/index.html, OWN",
    "https://a.example/, OWN"
  })
  void aWholePageHasARoleByWhatItIsFor(String url, PageRole role) {
    assertThat(roleOfKey("<h1>Voice</h1><p>KEY and more words of the text.</p>", url))
        .isEqualTo(role);
  }

  @Test
  void entriesOfDataAndLinksHaveRolesToo() {
    Page page =
        Page.parse(
            """
            <script type="application/ld+json">{"@type":"LocalBusiness","name":"Voice",
            "review":{"@type":"Review","author":{"@type":"Person","name":"Tom Reader"}}}</script>
            <h1>Voice</h1><p>We carry freight. <a href="https://facebook.com/voice">Us</a></p>
            <footer><p>Site by <a href="https://facebook.com/builder">Builder</a></p></footer>
            """,
            URL);
    PageText text = page.text(StructuredData.of(page.document(), URL).lines());

    assertThat(text.roleAt(text.text().indexOf("Tom Reader"))).isEqualTo(PageRole.OTHERS);
    assertThat(text.roleAt(text.text().indexOf("https://facebook.com/voice")))
        .isEqualTo(PageRole.OWN);
    assertThat(text.roleAt(text.text().indexOf("https://facebook.com/builder")))
        .isEqualTo(PageRole.OTHERS);
  }

  @Test
  void peopleNumbersAndProfilesOfOthersAreNotFound() {
    Page page =
        Page.parse(
            """
            <h1>Quoteham Logistics</h1><h2>Our team</h2><h4>Amy Stone</h4><p>Managing Director</p>
            <h2>What our clients say</h2><blockquote>Without a scratch.</blockquote>
            <p><b>Jane Poole</b><br>CEO, Otherfirm Ltd<br>+44 20 7946 0199</p>
            <footer><p>Call +44 20 7946 0171</p>
            <p>Website by Pagewright, +44 20 7946 0188</p></footer>
            """,
            URL);
    Contacts found =
        ContactFinder.create().find(page.text(), ContactHints.none().withCountry("GB"));

    assertThat(found.people()).extracting("name").containsExactly("Amy Stone");
    assertThat(found.phones()).extracting("e164").containsExactly("+442079460171");
    assertThat(found.organizations()).extracting("name").doesNotContain("Otherfirm Ltd");
  }

  private static PageRole roleOfKey(String html, String url) {
    PageText text = Page.parse(html, url).text();
    assertThat(text.text()).contains("KEY");
    return text.roleAt(text.text().indexOf("KEY"));
  }
}
