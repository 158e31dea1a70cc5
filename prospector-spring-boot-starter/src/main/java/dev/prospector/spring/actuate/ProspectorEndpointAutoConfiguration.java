package dev.prospector.spring.actuate;

import dev.prospector.Prospector;
import dev.prospector.spring.internal.ConditionalOnProspector;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The actuator's endpoint {@code prospector}, where the application exposes it. */
@AutoConfiguration(afterName = "dev.prospector.spring.ProspectorAutoConfiguration")
@ConditionalOnProspector
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(Prospector.class)
final class ProspectorEndpointAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnAvailableEndpoint
  ProspectorEndpoint prospectorEndpoint(ListableBeanFactory beans) {
    return new ProspectorEndpoint(beans);
  }
}
