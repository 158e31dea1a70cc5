package dev.prospector.adapter.search;

/** {@code SEARXNG} keeps what every search promises. */
class SearxngTest extends ProviderContract {

  SearxngTest() {
    super(SearchProvider.SEARXNG);
  }
}
