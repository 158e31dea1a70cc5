package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.web.WebSearch;
import org.junit.jupiter.api.Test;

/** What every search promises. Extend it, and return searches that meet what is described. */
public abstract class WebSearchContract {

  /** Creates the contract. */
  protected WebSearchContract() {}

  /** Returns a search that finds at least three pages for any query. */
  protected abstract WebSearch finding();

  /** Returns a search whose provider finds nothing. */
  protected abstract WebSearch findingNothing();

  /** Returns a search whose provider cannot be reached, or answers what cannot be read. */
  protected abstract WebSearch failing();

  @Test
  void hitsAreAtMostAsManyAsAskedFor() throws Exception {
    for (int limit = 1; limit <= 3; limit++) {
      int hits = finding().search("query", "", limit).fold(h -> h.all().size(), f -> -1);
      assertThat(hits).isBetween(1, limit);
    }
  }

  @Test
  void everyHitHasAWebAddress() throws Exception {
    WebSearch.Result result = finding().search("query", "BR", 3);

    assertThat(result).isInstanceOf(WebSearch.Result.Hits.class);
    assertThat(((WebSearch.Result.Hits) result).all())
        .allMatch(hit -> hit.url().startsWith("http://") || hit.url().startsWith("https://"));
  }

  @Test
  void aParseFailureDoesNotLookLikeNoResults() throws Exception {
    assertThat(findingNothing().search("query", "", 3))
        .isEqualTo(new WebSearch.Result.Hits(java.util.List.of()));
    assertThat(failing().search("query", "", 3)).isInstanceOf(WebSearch.Result.Failed.class);
  }
}
