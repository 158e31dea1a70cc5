package dev.prospector.spring;

import dev.prospector.spring.internal.BindProperties;
import dev.prospector.spring.internal.CheckLibraries;
import dev.prospector.spring.internal.CheckValues;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.ProspectorProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** The properties, checked before anything is built from them. */
@AutoConfiguration
@ConditionalOnProspector
final class ProspectorSettingsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ProspectorProperties prospectorProperties(
      Environment environment, ObjectProvider<ConfigurationCheck> checks) {
    return BindProperties.from(environment, checks.orderedStream().toList());
  }

  @Bean
  ConfigurationCheck prospectorValuesCheck() {
    return new CheckValues();
  }

  @Bean
  ConfigurationCheck prospectorLibrariesCheck(ResourceLoader resources) {
    return new CheckLibraries(resources.getClassLoader());
  }
}
