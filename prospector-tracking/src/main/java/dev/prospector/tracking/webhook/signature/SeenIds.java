package dev.prospector.tracking.webhook.signature;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ids of messages, each remembered for as long as its timestamp would let it pass once more. What
 * is forgotten stays refused by its timestamp, even if the clock is set back. Safe for several
 * threads.
 */
final class SeenIds {

  enum Answer {
    NEW,
    SEEN,
    EXPIRED,
    FULL
  }

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Instant> expiries = new HashMap<>();
  private final TreeMap<Instant, Set<String>> byExpiry = new TreeMap<>();
  private Instant forgotten = Instant.MIN;

  SeenIds(int most) {
    this.most = most;
  }

  /**
   * Remembers an id.
   *
   * @param expiry the last instant at which its timestamp lets it pass
   */
  Answer add(String id, Instant expiry, Instant now) {
    lock.lock();
    try {
      forgetBefore(now);
      Instant known = expiries.get(id);
      if (known != null) {
        put(id, expiry.isAfter(known) ? expiry : known);
        return Answer.SEEN;
      }
      if (!expiry.isAfter(forgotten)) {
        return Answer.EXPIRED;
      }
      if (expiries.size() >= most) {
        return Answer.FULL;
      }
      put(id, expiry);
      return Answer.NEW;
    } finally {
      lock.unlock();
    }
  }

  void remove(String id) {
    lock.lock();
    try {
      unlink(id, expiries.remove(id));
    } finally {
      lock.unlock();
    }
  }

  private void put(String id, Instant expiry) {
    unlink(id, expiries.put(id, expiry));
    byExpiry.computeIfAbsent(expiry, key -> new HashSet<>()).add(id);
  }

  private void unlink(String id, @Nullable Instant expiry) {
    if (expiry != null) {
      byExpiry.computeIfPresent(
          expiry,
          (key, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
          });
    }
  }

  private void forgetBefore(Instant now) {
    while (!byExpiry.isEmpty() && byExpiry.firstKey().isBefore(now)) {
      Map.Entry<Instant, Set<String>> oldest = byExpiry.pollFirstEntry();
      forgotten = oldest.getKey();
      oldest.getValue().forEach(expiries::remove);
    }
  }
}
