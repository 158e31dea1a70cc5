package dev.prospector.spring;

import dev.prospector.adapter.model.HttpModel;
import dev.prospector.http.HttpTransport;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Models;
import dev.prospector.spring.internal.Amounts;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.ProspectorProperties;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The language models: those of the properties, else the application's own. */
@AutoConfiguration(after = ProspectorSourcesAutoConfiguration.class)
@ConditionalOnProspector
final class ProspectorModelAutoConfiguration {

  /** Models of the properties, over HTTP. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HttpModel.class)
  @ConditionalOnProperty("prospector.model.name")
  static class OverHttp {

    @Bean
    ConfigurationCheck prospectorModelCheck(Environment environment) {
      return (properties, problems) -> {
        OpenModels opening = new OpenModels(properties.model(), environment::getProperty);
        opening.problems().forEach(problems);
      };
    }

    @Bean
    @ConditionalOnMissingBean
    Models prospectorModels(
        ProspectorProperties properties, Environment environment, HttpTransport transport) {
      return new OpenModels(properties.model(), environment::getProperty).open(transport);
    }
  }

  /** The application's models, in their order. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(NoModelNamed.class)
  @ConditionalOnBean(LanguageModel.class)
  static class OfApplication {

    @Bean
    @ConditionalOnMissingBean
    Models prospectorModels(ObjectProvider<LanguageModel> models) {
      List<LanguageModel> all = models.orderedStream().toList();
      return Models.of(all.get(0), all.subList(1, all.size()).toArray(LanguageModel[]::new));
    }

    @Bean
    ConfigurationCheck prospectorLimitsCheck() {
      return (properties, problems) -> {
        if (!properties.limits().unlimited()
            && Amounts.limits(properties.limits()).all().isEmpty()) {
          problems.accept(
              "the application has a LanguageModel, and nothing limits what is spent: set"
                  + " prospector.limits.run.money, such as 10 USD, another limit, or"
                  + " prospector.limits.unlimited=true");
        }
      };
    }
  }

  /** The properties name no model. */
  static final class NoModelNamed extends NoneNestedConditions {

    NoModelNamed() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    /** What must not be. */
    @ConditionalOnProperty("prospector.model.name")
    static class Named {}
  }
}
