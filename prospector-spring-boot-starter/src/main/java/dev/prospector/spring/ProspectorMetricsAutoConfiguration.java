package dev.prospector.spring;

import dev.prospector.Prospector;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters, where Micrometer is there; the application's actuator binds them to its registries. */
@AutoConfiguration(before = ProspectorAutoConfiguration.class)
@ConditionalOnProspector
@ConditionalOnClass(MeterBinder.class)
final class ProspectorMetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ProspectorMeters prospectorMeters(ObjectProvider<Prospector> prospector) {
    return new ProspectorMeters(prospector);
  }
}
