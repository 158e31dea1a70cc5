package dev.prospector.agents.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.agents.page.ContentProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentProblemTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Failed to fetch|FETCH_FAILURE",
        "HTTP 403|ACCESS_DENIED",
        "HTTP 521|FETCH_FAILURE",
        "timeout|FETCH_FAILURE",
        "Erro ao carregar a página: conexão recusada|FETCH_FAILURE",
        "Não foi possível acessar o site|FETCH_FAILURE",
        "No se pudo acceder al sitio|FETCH_FAILURE",
        "404 Not Found|ERROR_PAGE",
        "Página não encontrada|ERROR_PAGE",
        "Este domínio está à venda|PARKED",
        "Site em construção|UNDER_CONSTRUCTION",
        "You need to enable JavaScript to run this app.|NEEDS_SCRIPT",
        "Access denied|ACCESS_DENIED",
        "Just a moment...|ACCESS_DENIED",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.|PLACEHOLDER"
      })
  void aTextThatIsNoContentIsRecognised(String text, Kind expected) {
    assertThat(ContentProblem.find(text)).map(ContentProblem::kind).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "We repair timeout relays and HTTP gateways. Call us on weekdays.",
        "Construção civil em todo o estado: obras em construção com prazo garantido.",
        "Our team built more than 404 houses in the region.",
        "Access control and door systems: access denied to burglars since 1980.",
        "A empresa Erro Zero oferece auditoria fiscal."
      })
  void aTextThatOnlyUsesSuchWordsIsContent(String text) {
    assertThat(ContentProblem.find(text)).isEmpty();
  }

  @Test
  void aLongPageIsContentWhateverItQuotes() {
    String page = "Page not found\n" + "We explain what servers answer and why. ".repeat(60);
    assertThat(ContentProblem.find(page)).isEmpty();
  }

  @Test
  void aLongTextOfFillerIsRecognisedButNotALeftOverInContent() {
    String filler =
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt "
            + "ut labore et dolore magna aliqua.\n";
    String content = "We repair boilers and heat pumps in the whole county, on weekends too.\n";
    assertThat(ContentProblem.find(filler.repeat(40)))
        .map(ContentProblem::kind)
        .contains(Kind.PLACEHOLDER);
    assertThat(ContentProblem.find(content.repeat(40) + filler)).isEmpty();
  }

  @Test
  void thePassageIsASliceOfThePageText() {
    Page page = Page.parse("<title>Loja</title><h1>Página não encontrada</h1>", "");
    ContentProblem problem = page.problem().orElseThrow();
    assertThat(page.text().text().substring(problem.start(), problem.end()))
        .isEqualTo("Página não encontrada");
  }

  @Test
  void metaEntriesDoNotMakeAProblem() {
    String words =
        "<p>" + "We sell garden tools to shops in the whole country. ".repeat(4) + "</p>";
    Page page = Page.parse("<meta name=x content='404 not found'>" + words, "");
    assertThat(page.problem()).isEmpty();
  }
}
