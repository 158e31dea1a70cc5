package dev.prospector.store;

import dev.prospector.lead.Tenant;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps answers of services under the hash of the question. Losing an entry costs a call, never a
 * result. Implementations are safe for several threads.
 */
public interface ResponseCache {

  /** Returns the answer kept under a key, if its time is not over. */
  Optional<String> find(Tenant tenant, String key);

  /** Keeps an answer for the given time, in place of an older one. */
  void put(Tenant tenant, String key, String answer, Duration timeToLive);

  /** Removes an answer. */
  void remove(Tenant tenant, String key);
}
