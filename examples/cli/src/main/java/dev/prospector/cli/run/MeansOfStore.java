package dev.prospector.cli.run;

import dev.prospector.lead.Tenant;
import dev.prospector.store.ResponseCache;
import dev.prospector.store.SharedLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What reading the web shares with other processes. Sources are opened before the store, so that a
 * slip in a name leaves no store behind; until the store is there, this process is alone.
 */
final class MeansOfStore implements ResponseCache, SharedLimits {

  private volatile Optional<ResponseCache> cache = Optional.empty();
  private volatile SharedLimits limits;

  MeansOfStore(SharedLimits ofThisProcess) {
    this.limits = ofThisProcess;
  }

  void use(ResponseCache ofStore, SharedLimits shared) {
    cache = Optional.of(ofStore);
    limits = shared;
  }

  @Override
  public Optional<String> find(Tenant tenant, String key) {
    return cache.flatMap(c -> c.find(tenant, key));
  }

  @Override
  public void put(Tenant tenant, String key, String answer, Duration timeToLive) {
    cache.ifPresent(c -> c.put(tenant, key, answer, timeToLive));
  }

  @Override
  public void remove(Tenant tenant, String key) {
    cache.ifPresent(c -> c.remove(tenant, key));
  }

  @Override
  public int hold(Tenant tenant, String name, int limit, int inUse, int wanted) {
    return limits.hold(tenant, name, limit, inUse, wanted);
  }

  @Override
  public Instant turn(Tenant tenant, String name, Duration apart) {
    return limits.turn(tenant, name, apart);
  }

  @Override
  public void ended(Tenant tenant, String name, Instant end) {
    limits.ended(tenant, name, end);
  }
}
