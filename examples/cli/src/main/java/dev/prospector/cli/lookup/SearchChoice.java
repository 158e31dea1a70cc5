package dev.prospector.cli.lookup;

import dev.prospector.adapter.search.ArchiveSearch;
import dev.prospector.adapter.search.CachedSearch;
import dev.prospector.adapter.search.HttpSearch;
import dev.prospector.adapter.search.SearchChain;
import dev.prospector.adapter.search.SearchProvider;
import dev.prospector.adapter.search.SearchSettings;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpTransport;
import dev.prospector.lead.Tenant;
import dev.prospector.money.Money;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which services are searched.
 *
 * @param names of providers, each perhaps with {@code =URL}; or {@code archive} alone
 * @param age how old a kept answer may be
 */
record SearchChoice(List<String> names, String age) {

  static final String ARCHIVE = "archive";
  private static final int MOST_REQUESTS = 10;

  void check() {
    WrittenTime.read(age);
    if (isArchive()) {
      if (names.size() > 1) {
        throw new InputException("--search archive stands alone");
      }
      return;
    }
    for (String name : names) {
      SearchProvider provider = provider(name);
      if (provider == SearchProvider.SEARXNG && url(name).isEmpty()) {
        throw new InputException("say where your instance is: --search searxng=http://HOST:PORT");
      }
    }
  }

  boolean isArchive() {
    return names.contains(ARCHIVE);
  }

  static SearchProvider provider(String name) {
    return SearchProvider.named(name.replaceFirst("=.*", ""));
  }

  private static String url(String name) {
    int url = name.indexOf('=');
    return url < 0 ? "" : name.substring(url + 1);
  }

  void require(Function<String, @Nullable String> environment, boolean archive) {
    if (isArchive() && !archive) {
      throw new InputException("--search archive searches the pages of --pages: name one");
    } else if (!isArchive()) {
      names.forEach(name -> Keys.required(provider(name).variable(), name, environment));
    }
  }

  /** Returns a sentence for each service. */
  List<String> examined(Function<String, @Nullable String> environment, LookUpSettings settings) {
    if (isArchive()) {
      return List.of("the pages of --pages");
    }
    require(environment, false);
    return names.stream()
        .map(
            name -> {
              SearchProvider provider = provider(name);
              Money price = settings.price(provider.key()).orElse(provider.listPrice());
              String key =
                  provider.variable().isEmpty() ? "no key" : "key in " + provider.variable();
              return name + ": " + key + ", " + price + " a request";
            })
        .toList();
  }

  WebSearch ofArchive(Optional<PageArchive> archive) throws InterruptedException {
    PageArchive pages = archive.orElseThrow();
    return ArchiveSearch.over(pages, pages.urls());
  }

  WebSearch open(HttpTransport transport, OpenLookUps.Means means, LookUpSettings settings) {
    List<HttpSearch> searches = new ArrayList<>();
    for (String name : names) {
      SearchProvider provider = provider(name);
      SearchSettings chosen =
          settings(name, means, settings.price(provider.key()), provider.variable());
      searches.add(
          HttpSearch.of(provider, transport, chosen).paidBy(means.budget(), means.account()));
    }
    return new CachedSearch(
        SearchChain.cheapestFirst(searches), means.cache(), Tenant.DEFAULT, WrittenTime.read(age));
  }

  private static SearchSettings settings(
      String name, OpenLookUps.Means means, Optional<Money> price, String variable) {
    SearchSettings settings =
        SearchSettings.defaults()
            .withLanguage(means.language().tag())
            .withMostRequests(MOST_REQUESTS)
            .withKey(Keys.required(variable, name, means.environment()));
    String url = url(name);
    settings = url.isEmpty() ? settings : settings.withUrl(url);
    return price.isPresent() ? settings.withPrice(price.get()) : settings;
  }
}
