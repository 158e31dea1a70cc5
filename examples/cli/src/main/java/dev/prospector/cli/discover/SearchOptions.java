package dev.prospector.cli.discover;

import dev.prospector.adapter.okhttp.OkHttpSettings;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.adapter.search.ArchiveSearch;
import dev.prospector.adapter.search.CachedSearch;
import dev.prospector.adapter.search.HttpSearch;
import dev.prospector.adapter.search.SearchChain;
import dev.prospector.adapter.search.SearchProvider;
import dev.prospector.adapter.search.SearchSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.cli.run.LiveOptions;
import dev.prospector.cli.run.LiveReading;
import dev.prospector.context.Language;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpTransport;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.store.ResponseCache;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where is searched, as it is said on the command line; keys are in the environment alone. */
public final class SearchOptions {

  private static final String ARCHIVE = "archive";
  private static final int MOST_REQUESTS = 10;

  @Option(
      names = "--search",
      paramLabel = "NAME",
      split = ",",
      required = true,
      description =
          "Where to search: tavily, brave, serper, searxng=URL, or archive for the pages of"
              + " --pages. Of several, the cheapest is asked first and the next where it finds"
              + " nothing.")
  private List<String> names = List.of();

  @Option(
      names = "--search-price",
      paramLabel = "NAME=PRICE",
      split = ",",
      description = "What one request really costs, such as brave=0.003, in USD.")
  private Map<String, String> prices = Map.of();

  @Option(
      names = "--search-age",
      paramLabel = "TIME",
      defaultValue = "7d",
      description = "How old a kept answer of a search may be; default: ${DEFAULT-VALUE}.")
  private String age = "7d";

  /** Who pays, and where answers are kept. */
  public record Means(Budget budget, Account account, ResponseCache cache) {}

  /**
   * Returns the search.
   *
   * @param archive the pages to search, if they are given
   * @param environment where keys are
   */
  public WebSearch open(
      Language language,
      Optional<PageArchive> archive,
      Means means,
      Function<String, String> environment)
      throws InterruptedException {
    if (names.contains(ARCHIVE)) {
      return ofArchive(archive);
    }
    HttpTransport transport =
        OkHttpTransport.create(OkHttpSettings.defaults().withKeepAlive(LiveReading.KEEP_ALIVE));
    List<HttpSearch> searches = new ArrayList<>();
    for (String name : names) {
      HttpSearch search =
          HttpSearch.of(provider(name), transport, settings(name, language, environment));
      searches.add(search.paidBy(means.budget(), means.account()));
    }
    return new CachedSearch(
        SearchChain.cheapestFirst(searches), means.cache(), Tenant.DEFAULT, LiveOptions.time(age));
  }

  private WebSearch ofArchive(Optional<PageArchive> archive) throws InterruptedException {
    if (names.size() > 1 || archive.isEmpty()) {
      throw new InputException("--search archive stands alone, and searches the pages of --pages");
    }
    return ArchiveSearch.over(archive.get(), archive.get().urls());
  }

  private static SearchProvider provider(String name) {
    return SearchProvider.named(name.replaceFirst("=.*", ""));
  }

  private SearchSettings settings(
      String name, Language language, Function<String, String> environment) {
    SearchSettings settings =
        SearchSettings.defaults().withLanguage(language.tag()).withMostRequests(MOST_REQUESTS);
    SearchProvider provider = provider(name);
    int url = name.indexOf('=');
    if (url > 0) {
      settings = settings.withUrl(name.substring(url + 1));
    }
    String key = provider.variable().isEmpty() ? null : environment.apply(provider.variable());
    if (key != null) {
      settings = settings.withKey(key);
    }
    String price = prices.get(provider.key());
    return price == null ? settings : settings.withPrice(money(price));
  }

  private static Money money(String price) {
    try {
      return Money.of(price.replaceFirst("(?i)\\s*USD$", ""), "USD");
    } catch (IllegalArgumentException e) {
      throw new InputException("--search-price is NAME=0.003, not '" + price + "'");
    }
  }
}
