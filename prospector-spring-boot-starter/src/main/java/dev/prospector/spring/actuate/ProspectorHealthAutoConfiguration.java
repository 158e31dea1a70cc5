package dev.prospector.spring.actuate;

import dev.prospector.Prospector;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.QueueOfApplication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of store, dispatcher and queue: an indicator of the Spring Boot that is there. */
@AutoConfiguration(afterName = "dev.prospector.spring.ProspectorAutoConfiguration")
@ConditionalOnProspector
@ConditionalOnProperty(name = "management.health.prospector.enabled", matchIfMissing = true)
final class ProspectorHealthAutoConfiguration {

  private static final String BOOT_4 = "org.springframework.boot.health.contributor.";
  private static final String BOOT_3 = "org.springframework.boot.actuate.health.";

  /** The interfaces of Spring Boot 4. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = BOOT_4 + "HealthIndicator")
  static class OfBoot4 {

    @Bean
    @ConditionalOnMissingBean(name = "prospectorHealthIndicator")
    static HealthBean prospectorHealthIndicator(
        ObjectProvider<Prospector> prospector, ObjectProvider<QueueOfApplication> queue) {
      return new HealthBean(BOOT_4, prospector, queue);
    }
  }

  /** The interfaces of Spring Boot 3.5. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = BOOT_3 + "HealthIndicator")
  static class OfBoot3 {

    @Bean
    @ConditionalOnMissingBean(name = "prospectorHealthIndicator")
    static HealthBean prospectorHealthIndicator(
        ObjectProvider<Prospector> prospector, ObjectProvider<QueueOfApplication> queue) {
      return new HealthBean(BOOT_3, prospector, queue);
    }
  }
}
