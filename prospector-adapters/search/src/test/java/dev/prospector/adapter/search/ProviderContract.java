package dev.prospector.adapter.search;

import dev.prospector.testkit.contract.WebSearchContract;
import dev.prospector.web.WebSearch;
import org.junit.jupiter.api.AfterEach;

/** A provider's wire format under the contract of every search. */
abstract class ProviderContract extends WebSearchContract {

  private final SearchProvider provider;
  private final Provided provided = new Provided();

  ProviderContract(SearchProvider provider) {
    this.provider = provider;
  }

  @AfterEach
  void stop() {
    provided.close();
  }

  @Override
  protected WebSearch finding() {
    return provided.answering(200, Provided.recorded(provider)).search(provider);
  }

  @Override
  protected WebSearch findingNothing() {
    return provided.answering(200, Provided.nothing(provider)).search(provider);
  }

  @Override
  protected WebSearch failing() {
    return provided.answering(200, "<html>Please log in</html>").search(provider);
  }
}
