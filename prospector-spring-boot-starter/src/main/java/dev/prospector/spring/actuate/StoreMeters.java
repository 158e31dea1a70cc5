package dev.prospector.spring.actuate;

import dev.prospector.adapter.store.PoolUse;
import dev.prospector.adapter.store.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.ObjectProvider;

/** How the pools of connections are used that the store opened itself. */
final class StoreMeters implements MeterBinder {

  private static final String NAME = "prospector.store.connections";

  private final ObjectProvider<Store> store;

  StoreMeters(ObjectProvider<Store> store) {
    this.store = store;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Store opened = store.getIfAvailable();
    if (opened == null) {
      return;
    }
    for (PoolUse pool : opened.pools()) {
      gauge(registry, opened, pool.name(), "active", PoolUse::active);
      gauge(registry, opened, pool.name(), "idle", PoolUse::idle);
      gauge(registry, opened, pool.name(), "waiting", PoolUse::waiting);
      gauge(registry, opened, pool.name(), "most", PoolUse::most);
    }
  }

  private static void gauge(
      MeterRegistry registry, Store store, String pool, String state, ToIntFunction<PoolUse> use) {
    Gauge.builder(NAME, store, s -> now(s, pool, use))
        .description("Connections of a pool that the store opened")
        .tag("pool", pool)
        .tag("state", state)
        .register(registry);
  }

  private static double now(Store store, String pool, ToIntFunction<PoolUse> use) {
    return store.pools().stream().filter(p -> p.name().equals(pool)).mapToInt(use).sum();
  }
}
