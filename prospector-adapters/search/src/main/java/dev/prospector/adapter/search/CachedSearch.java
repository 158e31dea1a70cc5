package dev.prospector.adapter.search;

import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.Tenant;
import dev.prospector.store.ResponseCache;
import dev.prospector.web.WebSearch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A search whose answers are kept for a time, also empty ones; failures are not. What the cache
 * holds and cannot be read is asked for again.
 *
 * <p>Safe for several threads.
 */
public final class CachedSearch implements WebSearch {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final WebSearch search;
  private final ResponseCache cache;
  private final Tenant tenant;
  private final Duration atMost;

  /**
   * Returns a search over another one.
   *
   * @param atMost how old an answer may be
   */
  public CachedSearch(WebSearch search, ResponseCache cache, Tenant tenant, Duration atMost) {
    this.search = search;
    this.cache = cache;
    this.tenant = tenant;
    this.atMost = atMost;
  }

  @Override
  public Result search(String query, String country, int limit) throws InterruptedException {
    String key = key(query, country, limit);
    Optional<Result> known = cache.find(tenant, key).flatMap(CachedSearch::read);
    if (known.isPresent()) {
      return known.get();
    }
    Result result = search.search(query, country, limit);
    result.fold(
        hits -> {
          cache.put(tenant, key, MAPPER.writeValueAsString(hits.all()), atMost);
          return true;
        },
        failed -> false);
    return result;
  }

  private String key(String query, String country, int limit) {
    return "search/"
        + Fingerprint.hasher()
            .add(search.identity())
            .add(query)
            .add(country)
            .add(limit)
            .finish()
            .toString();
  }

  private static Optional<Result> read(String text) {
    try {
      return Optional.of(new Result.Hits(List.of(MAPPER.readValue(text, Hit[].class))));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public String identity() {
    return search.identity();
  }

  @Override
  public boolean isFixed() {
    return search.isFixed();
  }

  @Override
  public boolean isConfigured() {
    return search.isConfigured();
  }

  @Override
  public Effect effect() {
    return search.effect();
  }
}
