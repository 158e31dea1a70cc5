package dev.prospector.adapter.search;

import dev.prospector.adapter.search.SearchForm.Answer;
import dev.prospector.adapter.search.SearchForm.Asked;
import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.UnansweredException;
import dev.prospector.http.AddressPolicy;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpResponse;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.money.Money;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A search behind one provider's HTTP interface. Asks for as many pages of hits as it takes, each
 * address once. An answer that cannot be read is a failed search; a refused or failing provider is
 * a {@link dev.prospector.error.PortException} that says whether trying again can help.
 *
 * <p>Safe for several threads.
 */
public final class HttpSearch implements WebSearch {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final SearchProvider provider;
  private final HttpTransport transport;
  private final SearchSettings settings;
  private final HttpUrl base;
  private final Optional<Payer> payer;

  /** Who pays for requests. */
  private record Payer(Budget budget, Account account) {}

  private HttpSearch(
      SearchProvider provider,
      HttpTransport transport,
      SearchSettings settings,
      HttpUrl base,
      Optional<Payer> payer) {
    this.provider = provider;
    this.transport = transport;
    this.settings = settings;
    this.base = base;
    this.payer = payer;
  }

  /**
   * Returns a search that nothing was asked of yet.
   *
   * @throws ConfigurationException if a key or an address is missing
   */
  public static HttpSearch of(
      SearchProvider provider, HttpTransport transport, SearchSettings settings) {
    String address = settings.url().isEmpty() ? provider.address() : settings.url();
    List<String> problems = new ArrayList<>();
    if (address.isEmpty()) {
      problems.add(provider.key() + " has no usual address: say where the instance is");
    }
    if (!provider.variable().isEmpty() && settings.key().isEmpty()) {
      problems.add(provider.key() + " takes a key: set " + provider.variable());
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("web search", problems);
    }
    return new HttpSearch(provider, transport, settings, HttpUrl.parse(address), Optional.empty());
  }

  /** Returns this search with a budget that every request is reserved from. */
  public HttpSearch paidBy(Budget budget, Account account) {
    return new HttpSearch(
        provider, transport, settings, base, Optional.of(new Payer(budget, account)));
  }

  /** Returns what one request costs. */
  public Money price() {
    return settings.price().orElseGet(provider::listPrice);
  }

  @Override
  public Result search(String query, String country, int limit) throws InterruptedException {
    SearchForm form = provider.form();
    int most = Math.min(form.hasPages() ? settings.mostRequests() : 1, 10);
    Map<String, Hit> hits = new LinkedHashMap<>();
    for (int page = 0; page < most && hits.size() < limit; page++) {
      Asked asked = new Asked(query, country, settings.language(), page, limit);
      Answer answer = ask(asked);
      if (!answer.failure().isEmpty()) {
        return page == 0 ? failed(answer.failure()) : hits(hits, limit);
      }
      int before = hits.size();
      answer.hits().forEach(hit -> hits.putIfAbsent(hit.url(), hit));
      if (hits.size() == before) {
        break; // A page without anything new is behind the last one.
      }
    }
    return hits(hits, limit);
  }

  private static Result hits(Map<String, Hit> hits, int limit) {
    return new Result.Hits(hits.values().stream().limit(limit).toList());
  }

  private Result failed(String reason) {
    return new Result.Failed(provider.key() + ": " + reason);
  }

  private Answer ask(Asked asked) throws InterruptedException {
    if (payer.isEmpty()) {
      return read(send(asked));
    }
    Budget budget = payer.get().budget();
    Usage cost = cost();
    Reservation reserved;
    try {
      reserved = budget.reserve(payer.get().account(), cost);
    } catch (BudgetRefusedException e) {
      return Answer.failed("not asked: " + e.getMessage());
    }
    return paid(asked, budget, reserved, cost);
  }

  /** A request of which nobody knows whether it arrived is paid for. */
  private Answer paid(Asked asked, Budget budget, Reservation reserved, Usage cost)
      throws InterruptedException {
    Usage spent = Usage.NONE;
    try {
      HttpResponse response = send(asked);
      spent = cost;
      return read(response);
    } catch (UnansweredException e) {
      spent = cost;
      throw e;
    } finally {
      budget.settle(reserved, spent);
    }
  }

  private Usage cost() {
    Money price = price();
    boolean free = price.equals(Money.zero(price.currency()));
    return free ? new Usage(null, 0, 1) : Usage.ofCall(price, 0);
  }

  private HttpResponse send(Asked asked) throws InterruptedException {
    HttpRequest request =
        provider.form().request(base, settings.key(), asked).withTimeout(settings.timeout());
    // Where the operator says that the service is, there it is, also inside.
    HttpRequest allowed =
        settings.url().isEmpty() ? request : request.withAddresses(AddressPolicy.any());
    HttpResponse response = transport.send(allowed);
    if (response.status() != 200) {
      throw SearchErrors.of(provider, response);
    }
    return response;
  }

  private Answer read(HttpResponse response) {
    try {
      JsonNode body = MAPPER.readTree(response.text());
      return body.isObject()
          ? provider.form().read(body)
          : Answer.failed("the answer is no JSON object");
    } catch (JacksonException e) {
      return Answer.failed("the answer is no JSON");
    }
  }

  @Override
  public String identity() {
    String where = settings.url().isEmpty() ? "" : " at " + base.origin();
    String language = settings.language().isEmpty() ? "" : " in " + settings.language();
    return provider.key() + where + language;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public String toString() {
    return identity();
  }
}
