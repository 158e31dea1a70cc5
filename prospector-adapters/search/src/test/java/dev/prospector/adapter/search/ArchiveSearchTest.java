package dev.prospector.adapter.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.testkit.FixedPages;
import dev.prospector.testkit.contract.WebSearchContract;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import dev.prospector.web.WebSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchiveSearchTest extends WebSearchContract {

  private static final String FREIGHT = "https://aroeira.example/";

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put(
        FREIGHT,
        "<title>Aroeira</title><p>Somos uma transportadora de cargas. O roteiro das entregas é"
            + " feito em planilhas, com atrasos. Query.");
    PAGES.put(
        "https://cedro.example/",
        "<title>Cedro Dental</title><p>Clínica com três dentistas. Query.<script>cargas</script>");
    PAGES.put("https://oak.example/", "<title>Oak</title><p>We plan routes for haulage. Query.");
    PAGES.put("https://roble.example/", "<title>Roble</title><p>Transportes urgentes. Query.");
  }

  private static WebSearch over(PageSource pages) {
    try {
      return ArchiveSearch.over(pages, PAGES.keySet());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static PageSource pages() {
    FixedPages pages = FixedPages.none();
    for (var page : PAGES.entrySet()) {
      pages = pages.and(page.getKey(), page.getValue());
    }
    return pages;
  }

  @Override
  protected WebSearch finding() {
    return over(pages());
  }

  @Override
  protected WebSearch findingNothing() {
    return over(PageSource.none());
  }

  /** An archive that can be opened can be searched; a search that is missing stands for it. */
  @Override
  protected WebSearch failing() {
    return WebSearch.none();
  }

  private List<String> urls(String query) throws Exception {
    return finding()
        .search(query, "", 5)
        .fold(
            hits -> hits.all().stream().map(WebSearch.Hit::url).toList(),
            failed -> List.of(failed.reason()));
  }

  @Test
  void wordsAreFoundByTheirStemsWithAndWithoutAccents() throws Exception {
    assertThat(urls("transportadoras de carga com atraso")).containsExactly(FREIGHT);
    assertThat(urls("clinica dentista")).containsExactly("https://cedro.example/");
    assertThat(urls("route planning haulage")).containsExactly("https://oak.example/");
    assertThat(urls("transporte urgente")).contains("https://roble.example/");
  }

  @Test
  void halfOfTheWordsHaveToBeThereAndNoScriptIsText() throws Exception {
    assertThat(urls("cargas")).containsExactly(FREIGHT);
    assertThat(urls("submarine volcano glacier haulage")).isEmpty();
    assertThat(urls("")).isEmpty();
    assertThat(urls("(((\"' OR AND")).isEmpty();
  }

  @Test
  void aHitQuotesThePage() throws Exception {
    List<WebSearch.Hit> hits =
        finding().search("planilhas", "", 1).fold(WebSearch.Result.Hits::all, f -> List.of());
    WebSearch.Hit hit = hits.get(0);
    assertThat(hit.title()).isEqualTo("Aroeira");
    assertThat("Somos uma transportadora de cargas. O roteiro das entregas é feito em planilhas")
        .contains(hit.excerpt().substring(0, 30));
  }

  @Test
  void pagesThatAreNotThereAreLeftOut() throws Exception {
    PageSource none =
        new PageSource() {
          @Override
          public PageLookup fetch(String url) {
            return new PageLookup.Failed(url, "no line");
          }

          @Override
          public String identity() {
            return "broken";
          }
        };
    assertThat(over(none).search("cargas", "", 5)).isEqualTo(new WebSearch.Result.Hits(List.of()));
  }
}
