package dev.prospector.adapter.search;

/** {@code SERPER} keeps what every search promises. */
class SerperTest extends ProviderContract {

  SerperTest() {
    super(SearchProvider.SERPER);
  }
}
