package dev.prospector.agents.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.contact.text.PageLines;
import dev.prospector.agents.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentence in which a page introduces its company. */
class DescriptionsTest {

  private static final String GREETING =
      "<p>Since many years at home in the north of the country.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>We build kitchens of oak for small houses. Ask us.</p>|We build kitchens of oak for"
            + " small houses.",
        "<p>Somos uma oficina de bicicletas no centro da cidade.</p>|Somos uma oficina de"
            + " bicicletas no centro da cidade.",
        "<p>Wir fertigen Treppen aus Holz und Stahl nach Maß.</p>|Wir fertigen Treppen aus Holz und"
            + " Stahl nach Maß.",
        "<p>Verdelar keeps gardens and parks in good shape.</p>|Verdelar keeps gardens and parks in"
            + " good shape.",
        "<p>Family bakery in the north of the town since years.</p>|Family bakery in the north of"
            + " the town since years.",
        "<p>Verdelar is a firm of gardeners based in the north.</p>|Verdelar is a firm of gardeners"
            + " based in the north.",
        "<p>We are an open source company that sells support.</p>|We are an open source company"
            + " that sells support.",
        "<p>We are a nursery that is proud of its old roses.</p>|We are a nursery that is proud of"
            + " its old roses.",
        "<p>Verdelar é uma empresa familiar que cuida de jardins.</p>|Verdelar é uma empresa"
            + " familiar que cuida de jardins.",
        "<p>Nuestros clientes y nosotros somos una familia de jardineros.</p>|Nuestros clientes y"
            + " nosotros somos una familia de jardineros.",
      })
  void whatItIsOrDoesGoesBeforeAnotherSentence(String html, String sentence) {
    assertThat(described(GREETING + html)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Call us and we provide a quote for your garden today.</p>",
        "<p>We offer our newsletter with news and offers each month.</p>",
        "<p>Is your garden what we are proud to see every day?</p>",
        "<p>We build gardens.</p>",
        "<p>We are closed on the following holidays in winter and spring.</p>",
        "<p>Verdelar is open every day from nine to five for visitors.</p>",
        "<p>Verdelar is located in the north of the country near the lake.</p>",
        "<p>In the interests of hygiene, we are unable to accept returns of gloves.</p>",
        "<p>We are currently looking for gardeners who like to work outdoors.</p>",
        "<p>Zone 1 refers to the north of the country and its islands.</p>",
        "<p>Make your selection on the menu to the left of this text.</p>",
        "<p>Estamos fechados nos feriados nacionais e no fim do ano.</p>",
        "<p>Verdelar está localizada no centro da cidade perto do porto.</p>",
        "<p>Wir sind im Winter für Besucher geschlossen und machen Pause.</p>",
        "<p>Estamos abiertos todos los dias del año para nuestros vecinos.</p>",
        "<p>Nuestro cliente Talleres Luna es una oficina que abrió en Burgos.</p>",
        "<p>Our partner Alder Mills is a maker of flour with two mills.</p>",
        "<h2>Reviews</h2><p>We are happy with all that they did for our garden.</p>",
      })
  void whatCallsAsksOrIsSaidByOthersDescribesNothing(String html) {
    assertThat(described(html)).isEmpty();
  }

  private static String described(String html) {
    Page page = Page.parse("<html><body><main>" + html + "</main></body></html>", "");
    return new Descriptions("Verdelar", "")
        .among(new PageLines(page.text()).own())
        .map(Descriptions.Sentence::text)
        .orElse("");
  }
}
