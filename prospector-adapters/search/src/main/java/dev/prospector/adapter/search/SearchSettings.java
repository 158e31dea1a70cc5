package dev.prospector.adapter.search;

import dev.prospector.money.Money;
import java.time.Duration;
import java.util.Optional;

/** How a service is asked. Immutable; its text does not show the key. */
public final class SearchSettings {

  private static final SearchSettings DEFAULTS =
      new SearchSettings(new Values("", "", "", Optional.empty(), Duration.ofSeconds(15), 5));

  private record Values(
      String key,
      String url,
      String language,
      Optional<Money> price,
      Duration timeout,
      int mostRequests) {}

  private final Values values;

  private SearchSettings(Values values) {
    this.values = values;
  }

  /** Returns no key, the provider's address and price, any language, 15 s, and 5 requests. */
  public static SearchSettings defaults() {
    return DEFAULTS;
  }

  /** Returns these settings with a key. */
  public SearchSettings withKey(String key) {
    return new SearchSettings(
        new Values(
            key.strip(),
            values.url,
            values.language,
            values.price,
            values.timeout,
            values.mostRequests));
  }

  /** Returns these settings with another address, such as {@code http://localhost:8080}. */
  public SearchSettings withUrl(String url) {
    return new SearchSettings(
        new Values(
            values.key,
            url.strip(),
            values.language,
            values.price,
            values.timeout,
            values.mostRequests));
  }

  /**
   * Returns these settings for results in one language where the provider can choose.
   *
   * @param tag such as {@code pt-BR}
   */
  public SearchSettings withLanguage(String tag) {
    return new SearchSettings(
        new Values(values.key, values.url, tag, values.price, values.timeout, values.mostRequests));
  }

  /** Returns these settings with another price of one request. */
  public SearchSettings withPrice(Money price) {
    return new SearchSettings(
        new Values(
            values.key,
            values.url,
            values.language,
            Optional.of(price),
            values.timeout,
            values.mostRequests));
  }

  /** Returns these settings with another time for one request. */
  public SearchSettings withTimeout(Duration timeout) {
    return new SearchSettings(
        new Values(
            values.key, values.url, values.language, values.price, timeout, values.mostRequests));
  }

  /**
   * Returns these settings with the most requests, each for a page of hits, for one search.
   *
   * @param most from 1
   */
  public SearchSettings withMostRequests(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a search takes one request or more, not " + most);
    }
    return new SearchSettings(
        new Values(values.key, values.url, values.language, values.price, values.timeout, most));
  }

  String key() {
    return values.key;
  }

  String url() {
    return values.url;
  }

  /** Returns a language tag; empty for any. */
  public String language() {
    return values.language;
  }

  /** Returns the price of one request, if it is not the provider's list price. */
  public Optional<Money> price() {
    return values.price;
  }

  Duration timeout() {
    return values.timeout;
  }

  int mostRequests() {
    return values.mostRequests;
  }

  @Override
  public String toString() {
    return "search settings, key " + (values.key.isEmpty() ? "missing" : "given");
  }
}
