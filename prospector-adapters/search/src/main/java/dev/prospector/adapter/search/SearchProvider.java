package dev.prospector.adapter.search;

import dev.prospector.error.InputException;
import dev.prospector.money.Money;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services that can be asked. */
public enum SearchProvider {
  /** An own or public instance of SearXNG whose operator allows JSON; free, no key. */
  SEARXNG("", "", "0", new SearxngForm()),
  /** Brave Search. */
  BRAVE("https://api.search.brave.com", "BRAVE_API_KEY", "0.005", new BraveForm()),
  /** Tavily, at its basic depth. */
  TAVILY("https://api.tavily.com", "TAVILY_API_KEY", "0.008", new TavilyForm()),
  /** Results of Google by Serper. */
  SERPER("https://google.serper.dev", "SERPER_API_KEY", "0.001", new SerperForm());

  private final String address;
  private final String variable;
  private final String price;
  private final SearchForm form;

  SearchProvider(String address, String variable, String price, SearchForm form) {
    this.address = address;
    this.variable = variable;
    this.price = price;
    this.form = form;
  }

  /**
   * Returns the provider of a name.
   *
   * @throws InputException naming those that there are
   */
  public static SearchProvider named(String name) {
    return Arrays.stream(values())
        .filter(provider -> provider.key().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "there is no search '"
                        + name
                        + "'; there is: "
                        + Arrays.stream(values())
                            .map(SearchProvider::key)
                            .collect(Collectors.joining(", "))));
  }

  /** Returns its name in settings, such as {@code brave}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the environment variable that its key is kept in by convention; empty if none. */
  public String variable() {
    return variable;
  }

  /**
   * Returns what one request costs by the list prices known in 2025, without any free allowance;
   * what is really paid is a setting.
   */
  public Money listPrice() {
    return Money.of(price, "USD");
  }

  String address() {
    return address;
  }

  SearchForm form() {
    return form;
  }
}
