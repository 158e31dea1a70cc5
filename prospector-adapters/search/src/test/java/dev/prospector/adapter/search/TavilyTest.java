package dev.prospector.adapter.search;

/** {@code TAVILY} keeps what every search promises. */
class TavilyTest extends ProviderContract {

  TavilyTest() {
    super(SearchProvider.TAVILY);
  }
}
