package dev.prospector.adapter.search;

import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.web.WebSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several searches, one after the other: the next is asked where one fails or finds nothing.
 * Nothing is found only where one of them was searched; where all fail, so does the chain, with
 * every reason.
 *
 * <p>Safe for several threads.
 */
public final class SearchChain implements WebSearch {

  private final List<WebSearch> searches;

  private SearchChain(List<WebSearch> searches) {
    this.searches = List.copyOf(searches);
  }

  /** Returns a chain in the order given, from one search. */
  public static SearchChain of(WebSearch first, WebSearch... more) {
    List<WebSearch> all = new ArrayList<>();
    all.add(first);
    all.addAll(List.of(more));
    return new SearchChain(all);
  }

  /** Returns a chain that asks the cheapest first; of equal price, in the order given. */
  public static SearchChain cheapestFirst(List<HttpSearch> searches) {
    List<HttpSearch> sorted = new ArrayList<>(searches);
    sorted.sort(Comparator.comparing(search -> search.price().amount()));
    return new SearchChain(List.copyOf(sorted));
  }

  @Override
  public Result search(String query, String country, int limit) throws InterruptedException {
    List<String> reasons = new ArrayList<>();
    Optional<PortException> passing = Optional.empty();
    for (WebSearch search : searches) {
      try {
        Result result = search.search(query, country, limit);
        boolean found = result.fold(hits -> !hits.all().isEmpty(), failed -> false);
        if (found) {
          return result;
        }
        result.fold(hits -> false, failed -> reasons.add(failed.reason()));
      } catch (PortException e) {
        reasons.add(String.valueOf(e.getMessage()));
        passing = e.advice().isPassing() ? Optional.of(e) : passing;
      }
    }
    if (reasons.size() == searches.size() && passing.isPresent()) {
      throw passing.get();
    }
    return reasons.size() < searches.size()
        ? new Result.Hits(List.of())
        : new Result.Failed(String.join("; ", reasons));
  }

  @Override
  public String identity() {
    return searches.stream().map(WebSearch::identity).collect(Collectors.joining(", then "));
  }

  @Override
  public boolean isFixed() {
    return searches.stream().allMatch(WebSearch::isFixed);
  }

  @Override
  public boolean isConfigured() {
    return searches.stream().anyMatch(WebSearch::isConfigured);
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
