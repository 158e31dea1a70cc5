package dev.prospector.spring.actuate;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.spring.internal.ConditionalOnProspector;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters, where Micrometer is there; the application's actuator binds them to its registries. */
@AutoConfiguration(beforeName = "dev.prospector.spring.ProspectorAutoConfiguration")
@ConditionalOnProspector
@ConditionalOnClass(MeterBinder.class)
final class ProspectorMetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ProspectorMeters prospectorMeters(ObjectProvider<Prospector> prospector) {
    return new ProspectorMeters(prospector);
  }

  /** Meters of the store's own pools. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Store.class)
  static class OfStore {

    @Bean
    @ConditionalOnMissingBean
    StoreMeters prospectorStoreMeters(ObjectProvider<Store> store) {
      return new StoreMeters(store);
    }
  }
}
