package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.testkit.Threads;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every source of pages promises. Extend it, and return a source that has the page {@link
 * #HOME} with the text {@link #TEXT}, and nothing under {@link #MISSING}.
 */
public abstract class PageSourceContract {

  /** The address of a page that the source has. */
  public static final String HOME = "https://www.contract.example/";

  /** The body of that page. */
  public static final String TEXT = "<html><body><p>São Paulo – 100 €</p></body></html>";

  /** An address under which the source has nothing. */
  public static final String MISSING = "https://www.contract.example/missing";

  /** Creates the contract. */
  protected PageSourceContract() {}

  /** Returns a source of that one page. */
  protected abstract PageSource pages() throws Exception;

  @Test
  void aPageThatIsThereIsFoundWithItsText() throws Exception {
    PageLookup lookup = pages().fetch(HOME);

    PageLookup.Found page = lookup.page().orElseThrow(() -> new AssertionError(lookup));
    assertThat(page.url()).isEqualTo(HOME);
    assertThat(page.body()).isEqualTo(TEXT);
    assertThat(page.status()).isEqualTo(200);
  }

  @Test
  void namesOfHeadersAreInLowerCase() throws Exception {
    assertThat(pages().fetch(HOME).page().orElseThrow().headers().keySet())
        .allMatch(name -> name.equals(name.toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void aPageThatIsNotThereIsNotFoundAndSaysWhy() throws Exception {
    PageLookup lookup = pages().fetch(MISSING);

    assertThat(lookup.page().filter(p -> p.status() < 400)).isEmpty();
    assertThat(lookup.url()).isEqualTo(MISSING);
  }

  @Test
  void whatIsNoWebAddressIsAnOutcomeAndNoError() throws Exception {
    for (String url : List.of("", "nonsense nonsense", "mailto:a@b.example", "http://", "::::")) {
      assertThat(pages().fetch(url).page()).as(url).isEmpty();
    }
  }

  @Test
  void theIdentityIsNotBlankAndTheSameForASourceOfTheSame() throws Exception {
    PageSource pages = pages();

    assertThat(pages.identity()).isNotBlank().isEqualTo(pages.identity());
    assertThat(pages().identity()).isEqualTo(pages.identity());
  }

  @Test
  void aFixedSourceGivesTheSameContentAgain() throws Exception {
    PageSource pages = pages();

    if (pages.isFixed()) {
      assertThat(content(pages.fetch(HOME))).isEqualTo(content(pages().fetch(HOME)));
    }
  }

  private static Fingerprint content(PageLookup lookup) {
    return lookup.page().orElseThrow(() -> new AssertionError(lookup)).content();
  }

  @Test
  void aPageCanBeReadBackFromItsMessage() throws Exception {
    PageLookup.Found page = pages().fetch(HOME).page().orElseThrow();

    PageLookup.Found read =
        PageLookup.Found.ofMessage(page.url(), page.finalUrl(), page.message(), page.capturedAt());

    assertThat(read.body()).isEqualTo(page.body());
    assertThat(read.headers().keySet()).containsExactlyElementsOf(page.headers().keySet());
    assertThat(read.content()).isEqualTo(page.content());
  }

  @Test
  void knownPagesAreAtMostTwoHundredAndCanBeFetched() throws Exception {
    PageSource pages = pages();

    List<String> known = pages.known("contract.example");
    assertThat(known).hasSizeLessThanOrEqualTo(200).isEqualTo(pages.known("contract.example"));
    for (String url : known) {
      assertThat(pages.fetch(url).page()).as(url).isPresent();
    }
    assertThat(pages.known("nobody.example")).isEmpty();
  }

  @Test
  void manyThreadsFetchAtOnce() throws Exception {
    PageSource pages = pages();

    assertThat(Threads.all(8, i -> pages.fetch(HOME).page().orElseThrow().body()))
        .containsOnly(TEXT);
  }
}
