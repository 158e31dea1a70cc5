package dev.prospector.memory;

import dev.prospector.lead.Tenant;
import dev.prospector.store.ResponseCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** A cache of this process with a bounded number of answers; the least recently used go first. */
public final class InMemoryResponseCache implements ResponseCache {

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Kept> answers;

  private record Key(Tenant tenant, String key) {}

  private record Kept(String answer, Instant end) {}

  /**
   * Creates an empty cache.
   *
   * @param capacity the most answers, at least 1
   * @param clock tells when an answer's time is over
   */
  public InMemoryResponseCache(int capacity, Clock clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a cache holds at least 1 answer, not " + capacity);
    }
    this.clock = clock;
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > capacity;
          }
        };
  }

  @Override
  public Optional<String> find(Tenant tenant, String key) {
    lock.lock();
    try {
      Kept kept = answers.get(new Key(tenant, key));
      return kept == null || !clock.instant().isBefore(kept.end())
          ? Optional.empty()
          : Optional.of(kept.answer());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void put(Tenant tenant, String key, String answer, Duration timeToLive) {
    lock.lock();
    try {
      answers.put(new Key(tenant, key), new Kept(answer, clock.instant().plus(timeToLive)));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void remove(Tenant tenant, String key) {
    lock.lock();
    try {
      answers.remove(new Key(tenant, key));
    } finally {
      lock.unlock();
    }
  }
}
