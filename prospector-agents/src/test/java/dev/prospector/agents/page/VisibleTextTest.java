package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.ContactFinder;
import dev.prospector.agents.contact.text.ContactHints;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands where on a page, as a reader sees it. */
class VisibleTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p><strong>E-mail</strong><span>vendas@glue.example</span></p>|E-mail vendas@glue.example",
        "<p><b>Tel</b><span>(11) 4002-8922</span></p>|Tel (11) 4002-8922",
        "<p><span>info@glue.example</span><span>Telefone</span></p>|info@glue.example Telefone",
        "<p>7HT<a href='mailto:almacen@glue.example'>almacen@glue.example</a></p>|7HT almacen@glue.example",
        "<p><span>Amy Stone</span><em>Director</em></p>|Amy Stone Director",
        "<p><b>Fone:</b>3232-1234</p>|Fone: 3232-1234",
        "<p><b>W</b>elcome to <i>our</i>site</p>|Welcome to oursite",
        "<p>info<span>@</span>glue.example</p>|info@glue.example",
        "<p>H<sub>2</sub>O and i<b>Phone</b></p>|H2O and iPhone",
        "<p>CO<sub>2</sub>, m<sup>2</sup></p>|CO2, m2",
        "<p>un<b>believ</b>able</p>|unbelievable",
        "<p><b>Alder Mills</b><span>40 Elm Street</span></p>|Alder Mills 40 Elm Street",
        "<p><b>Adler GmbH</b><span>Am Markt 12</span><i>04109 Leipzig</i></p>|Adler GmbH Am Markt 12 04109 Leipzig",
        "<p><b>Limeira, SP</b><i>13480-000</i></p>|Limeira, SP 13480-000",
        "<p><b>Austin, Texas 78701</b><i>512-555-0142</i></p>|Austin, Texas 78701 512-555-0142",
        "<p>R$ <b>12</b><sup>90</sup></p>|R$ 1290",
        "<p><i>NASA</i><b>s</b> and <b>20</b><i>24</i></p>|NASAs and 2024",
        "<p><b>Stuttgart</b><i>HRB 20457</i></p>|Stuttgart HRB 20457",
        "<p><b>Molinos SL</b><i>Calle Luna</i></p>|Molinos SL Calle Luna",
        "<p><b>Tele</b><i>COM</i> for you</p>|TeleCOM for you",
        "<p><b>A</b><i>Bcd</i></p>|ABcd"
      })
  void piecesThatTouchAreOneOrTwoThings(String html, String text) {
    assertThat(Page.parse(html, "").text().text().lines()).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<div role='tabpanel' style='display:none'><p>KEY</p></div>|true",
        "<div class='tab-content' style='display:none'><p>KEY</p></div>|true",
        "<div class='accordion'><div class='x' style='display: none'><p>KEY</p></div></div>|true",
        "<a href='#more'>More</a><div id='more' hidden><p>KEY</p></div>|true",
        "<button aria-controls='c1'>+</button><div id='c1' style='display:none'>KEY</div>|true",
        "<details><summary>More</summary><p>KEY</p></details>|true",
        "<div style='display:none'><p>KEY</p></div>|false",
        "<span hidden>KEY</span>|false",
        "<p>service<span style='display:none'>KEY</span>@a.example</p>|false",
        "<a href='#m'>x</a><div id='m' class='modal' style='display:none'>KEY</div>|false",
        "<div class='cookie-panel' style='display:none'>KEY</div>|false"
      })
  void onlyWhatIsHiddenFromEveryoneIsNoText(String html, boolean seen) {
    String filler = "<p>" + "We carry freight in the north. ".repeat(10) + "</p>";
    String text = Page.parse(filler + html, "https://a.example/").text().text();
    assertThat(text.contains("KEY")).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "seu-email@glue.example, false",
    "youremail@glue.example, false",
    "info@example.com, false",
    "nome@dominio.com.br, false",
    "contato@suaempresa.com.br, false",
    "max@mustermann.de, false",
    "contato@glue.example, true",
    "email@glue.example, true",
    "exemplo@glue.example, true"
  })
  void addressesThatTemplatesShowAreNobodys(String address, boolean kept) {
    Page page = Page.parse("<p>Mail: " + address + "</p>", "https://glue.example/");
    List<String> found =
        ContactFinder.create().find(page.text(), ContactHints.none()).emails().stream()
            .map(email -> email.address())
            .toList();
    assertThat(found.contains(address)).isEqualTo(kept);
  }
}
