package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.lead.Tenant;
import dev.prospector.store.ResponseCache;
import dev.prospector.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cache promises. Extend it, and return an empty cache. */
public abstract class ResponseCacheContract {

  private static final Tenant TENANT = new Tenant("one");
  private static final Tenant OTHER = new Tenant("other");
  private static final Duration HOUR = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private ResponseCache cache;

  /** Creates the contract. */
  protected ResponseCacheContract() {}

  /** Returns a cache that holds nothing and has room for at least ten answers. */
  protected abstract ResponseCache cache(Clock time);

  @BeforeEach
  void open() {
    cache = cache(clock);
  }

  @Test
  void anAnswerIsFoundUnderItsKey() {
    cache.put(TENANT, "key", "answer", HOUR);

    assertThat(cache.find(TENANT, "key")).contains("answer");
    assertThat(cache.find(TENANT, "other")).isEmpty();
  }

  @Test
  void aLaterAnswerTakesThePlaceOfAnEarlierOne() {
    cache.put(TENANT, "key", "old", HOUR);
    cache.put(TENANT, "key", "new", HOUR);

    assertThat(cache.find(TENANT, "key")).contains("new");
  }

  @Test
  void anAnswerIsGoneWhenItsTimeIsOver() {
    cache.put(TENANT, "key", "answer", HOUR);
    clock.advance(HOUR.minusMillis(1));
    assertThat(cache.find(TENANT, "key")).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(cache.find(TENANT, "key")).isEmpty();
  }

  @Test
  void aRemovedAnswerIsGone() {
    cache.put(TENANT, "key", "answer", HOUR);
    cache.remove(TENANT, "key");
    cache.remove(TENANT, "never there");

    assertThat(cache.find(TENANT, "key")).isEmpty();
  }

  @Test
  void aTenantIsNotGivenTheAnswersOfAnotherOne() {
    cache.put(TENANT, "key", "answer", HOUR);
    cache.remove(OTHER, "key");

    assertThat(cache.find(OTHER, "key")).isEmpty();
    assertThat(cache.find(TENANT, "key")).isPresent();
  }
}
