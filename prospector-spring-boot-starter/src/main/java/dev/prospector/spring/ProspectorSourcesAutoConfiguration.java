package dev.prospector.spring;

import dev.prospector.adapter.context.BusinessContexts;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.adapter.web.PageArchive;
import dev.prospector.adapter.web.live.LivePages;
import dev.prospector.context.BusinessContext;
import dev.prospector.error.ProspectorException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.lead.Tenant;
import dev.prospector.spring.internal.AllowedHost;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.RunStore;
import dev.prospector.web.PageSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What agents read: the business context, pages, and what carries requests. */
@AutoConfiguration(after = ProspectorStoreAutoConfiguration.class)
@ConditionalOnProspector
final class ProspectorSourcesAutoConfiguration {

  private static final String OKHTTP = "dev.prospector.adapter.okhttp.OkHttpTransport";

  /** What carries requests to checked addresses alone. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = OKHTTP)
  static class GuardedTransport {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    HttpTransport prospectorTransport() {
      return OkHttpTransport.create();
    }
  }

  /** What carries requests to addresses that the operator wrote. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass(OKHTTP)
  static class PlainTransport {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    HttpTransport prospectorTransport() {
      return JdkHttpTransport.create();
    }
  }

  /** What the application's owner sells. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(BusinessContexts.class)
  @ConditionalOnProperty("prospector.business-context")
  static class Context {

    @Bean
    ConfigurationCheck prospectorContextCheck() {
      return (properties, problems) -> {
        try {
          BusinessContext unused = read(properties);
        } catch (ProspectorException e) {
          problems.accept("prospector.business-context cannot be used: " + e.getMessage());
        }
      };
    }

    @Bean
    @ConditionalOnMissingBean
    BusinessContext prospectorBusinessContext(ProspectorProperties properties) {
      return read(properties);
    }

    private static BusinessContext read(ProspectorProperties properties) {
      return BusinessContexts.read(Path.of(properties.businessContext()));
    }
  }

  /** Pages out of an archive. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(PageArchive.class)
  @ConditionalOnProperty("prospector.pages.archive")
  static class ArchivedPages {

    @Bean
    ConfigurationCheck prospectorArchiveCheck() {
      return (properties, problems) -> {
        String archive = properties.pages().archive();
        if (!archive.isEmpty() && !Files.exists(Path.of(archive))) {
          problems.accept(
              "prospector.pages.archive is '" + archive + "', which is not there: correct it");
        }
      };
    }

    @Bean
    @ConditionalOnMissingBean(PageSource.class)
    PageArchive prospectorPages(ProspectorProperties properties) {
      return PageArchive.open(Path.of(properties.pages().archive()));
    }
  }

  /** Pages of the live web. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(LivePages.class)
  @ConditionalOnProperty("prospector.pages.contact")
  static class LiveWeb {

    @Bean
    @ConditionalOnMissingBean(PageSource.class)
    LivePages prospectorPages(
        ProspectorProperties properties, HttpTransport transport, RunStore runs) {
      ProspectorProperties.Pages pages = properties.pages();
      LivePages.Builder live =
          LivePages.builder(transport)
              .contact(pages.contact())
              .delay(pages.delay())
              .limits(runs.limits(), Tenant.DEFAULT);
      pages.notReading().forEach(live::notReading);
      pages.allow().stream()
          .flatMap(written -> AllowedHost.parse(written).stream())
          .forEach(host -> live.allowing(host.host(), host.port()));
      return live.build();
    }
  }
}
