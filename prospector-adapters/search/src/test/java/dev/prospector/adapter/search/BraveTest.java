package dev.prospector.adapter.search;

/** {@code BRAVE} keeps what every search promises. */
class BraveTest extends ProviderContract {

  BraveTest() {
    super(SearchProvider.BRAVE);
  }
}
