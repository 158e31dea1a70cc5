package dev.prospector.spring;

import dev.prospector.adapter.store.Store;
import dev.prospector.adapter.store.StoreAddress;
import dev.prospector.adapter.store.StoreOptions;
import dev.prospector.budget.Budget;
import dev.prospector.budget.InMemoryBudget;
import dev.prospector.budget.Limits;
import dev.prospector.candidate.CandidateStore;
import dev.prospector.error.ConfigurationException;
import dev.prospector.memory.InMemoryCandidateStore;
import dev.prospector.memory.InMemoryContextStore;
import dev.prospector.memory.InMemorySuppressionList;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.privacy.SuppressionList;
import dev.prospector.spring.internal.Amounts;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.EventArchive;
import dev.prospector.spring.internal.ProspectorProperties;
import dev.prospector.store.ContextStore;
import dev.prospector.store.RunStore;
import dev.prospector.tracking.remote.ReportStore;
import dev.prospector.tracking.remote.memory.InMemoryReportStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Where runs are kept: at an address, on the application's own PostgreSQL, or in memory. */
@AutoConfiguration(
    after = {ProspectorSettingsAutoConfiguration.class, ProspectorPipelinesAutoConfiguration.class},
    // The same ones, where Spring Boot 4 and 3.5 have them.
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
      "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
      "org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration"
    })
@ConditionalOnProspector
final class ProspectorStoreAutoConfiguration {

  /** The store in a database, where its library is there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Store.class)
  static class InDatabase {

    @Bean
    ConfigurationCheck prospectorStoreCheck() {
      return (properties, problems) -> {
        try {
          String url = properties.store().url();
          Optional<StoreAddress> unused =
              url.isEmpty() ? Optional.empty() : Optional.of(StoreAddress.parse(url));
        } catch (ConfigurationException e) {
          e.problems().forEach(p -> problems.accept("prospector.store.url cannot be used: " + p));
        }
      };
    }

    /** There is no such bean where runs are kept in memory. */
    @Bean
    @ConditionalOnMissingBean
    @Nullable EventArchive prospectorEventArchive(ObjectProvider<Store> store) {
      Store opened = store.getIfAvailable();
      return opened == null ? null : opened::archiveEvents;
    }

    /** There is no such bean where runs are kept in memory. */
    @Bean
    @ConditionalOnMissingBean({Store.class, RunStore.class})
    @DependsOnDatabaseInitialization
    @Nullable Store prospectorStore(
        ProspectorProperties properties,
        ObjectProvider<DataSource> sources,
        ObjectProvider<Pipeline> pipelines) {
      String url = properties.store().url();
      if (!url.isEmpty()) {
        return Store.open(url, options(properties, pipelines));
      }
      return HostDatabase.of(sources)
          .postgresql()
          .map(source -> Store.open(source, options(properties, pipelines)))
          .orElse(null);
    }

    /** Asked for only once there is a store to open, since it makes the agents. */
    private static StoreOptions options(
        ProspectorProperties properties, ObjectProvider<Pipeline> pipelines) {
      StoreOptions options = StoreOptions.defaults().withLease(properties.store().lease());
      for (Pipeline pipeline : pipelines.orderedStream().toList()) {
        options = options.withPipeline(pipeline);
      }
      return properties.store().migrate() ? options : options.withoutMigration();
    }

    @Bean
    @ConditionalOnMissingBean
    Budget prospectorBudget(ProspectorProperties properties, ObjectProvider<Store> store) {
      Limits limits = Amounts.limits(properties.limits());
      Store opened = store.getIfAvailable();
      return opened == null ? inMemory(limits) : opened.budget(limits);
    }

    @Bean
    @ConditionalOnMissingBean
    RunStore prospectorRuns(
        ObjectProvider<Store> store, Budget budget, ObjectProvider<DataSource> sources) {
      Store opened = store.getIfAvailable();
      return opened == null ? ForgetfulRuns.warned(budget, sources) : opened.runs();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    ReportStore prospectorReports(ObjectProvider<Store> store) {
      Store opened = store.getIfAvailable();
      return opened == null ? new InMemoryReportStore() : opened.reports();
    }

    @Bean
    @ConditionalOnMissingBean
    ContextStore prospectorContexts(ObjectProvider<Store> store) {
      Store opened = store.getIfAvailable();
      return opened == null ? new InMemoryContextStore(Clock.systemUTC()) : opened.contexts();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    CandidateStore prospectorCandidates(ObjectProvider<Store> store) {
      Store opened = store.getIfAvailable();
      return opened == null ? new InMemoryCandidateStore() : opened.candidates();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("prospector.suppression.key")
    SuppressionList prospectorSuppressions(
        ProspectorProperties properties, ObjectProvider<Store> store) {
      Store opened = store.getIfAvailable();
      byte[] key = key(properties);
      return opened == null ? new InMemorySuppressionList(key) : opened.suppression(key);
    }
  }

  /** Everything in memory, where there is no library for more. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("dev.prospector.adapter.store.Store")
  static class InMemory {

    @Bean
    @ConditionalOnMissingBean
    Budget prospectorBudget(ProspectorProperties properties) {
      return inMemory(Amounts.limits(properties.limits()));
    }

    @Bean
    @ConditionalOnMissingBean
    RunStore prospectorRuns(Budget budget, ObjectProvider<DataSource> sources) {
      return ForgetfulRuns.warned(budget, sources);
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    ReportStore prospectorReports() {
      return new InMemoryReportStore();
    }

    @Bean
    @ConditionalOnMissingBean
    ContextStore prospectorContexts() {
      return new InMemoryContextStore(Clock.systemUTC());
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    CandidateStore prospectorCandidates() {
      return new InMemoryCandidateStore();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("prospector.suppression.key")
    SuppressionList prospectorSuppressions(ProspectorProperties properties) {
      return new InMemorySuppressionList(key(properties));
    }
  }

  private static byte[] key(ProspectorProperties properties) {
    return properties.suppression().key().getBytes(StandardCharsets.UTF_8);
  }

  private static Budget inMemory(Limits limits) {
    return new InMemoryBudget(limits, Clock.systemUTC());
  }
}
