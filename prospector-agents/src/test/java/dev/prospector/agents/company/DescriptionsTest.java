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
        "<h2>Reviews</h2><p>We are happy with all that they did for our garden.</p>",
      })
  void whatCallsAsksOrIsSaidByOthersDescribesNothing(String html) {
    assertThat(described(html)).isEmpty();
  }

  private static String described(String html) {
    Page page = Page.parse("<html><body><main>" + html + "</main></body></html>", "");
    return new Descriptions("Verdelar")
        .among(new PageLines(page.text()).own())
        .map(Descriptions.Sentence::text)
        .orElse("");
  }
}
