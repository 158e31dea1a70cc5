package dev.prospector.spring;

import dev.prospector.adapter.dbscheduler.DbSchedulerDispatcher;
import dev.prospector.adapter.dbscheduler.DbSchedulerOptions;
import dev.prospector.error.ConfigurationException;
import dev.prospector.run.Dispatcher;
import dev.prospector.spring.internal.ConditionalOnProspector;
import dev.prospector.spring.internal.ConfigurationCheck;
import dev.prospector.spring.internal.ProspectorProperties;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Leads spread over processes, on the application's own PostgreSQL. */
@AutoConfiguration(after = ProspectorStoreAutoConfiguration.class)
@ConditionalOnProspector
@ConditionalOnClass(DbSchedulerDispatcher.class)
@ConditionalOnProperty("prospector.dispatcher.enabled")
final class ProspectorDispatcherAutoConfiguration {

  private static final String NEEDS_POSTGRESQL =
      "prospector.dispatcher.enabled needs the application's DataSource to lead to PostgreSQL: set"
          + " spring.datasource.url to one";

  @Bean
  ConfigurationCheck prospectorDispatcherCheck(ListableBeanFactory beans) {
    return (properties, problems) -> {
      boolean none = beans.getBeanNamesForType(DataSource.class, true, false).length == 0;
      if (none && beans.getBeanNamesForType(Dispatcher.class, true, false).length == 0) {
        problems.accept(NEEDS_POSTGRESQL);
      }
    };
  }

  @Bean
  @ConditionalOnMissingBean
  @DependsOnDatabaseInitialization
  Dispatcher prospectorDispatcher(
      ProspectorProperties properties, ObjectProvider<DataSource> sources) {
    DataSource postgresql =
        HostDatabase.of(sources)
            .postgresql()
            .orElseThrow(() -> new ConfigurationException("dispatcher", List.of(NEEDS_POSTGRESQL)));
    DbSchedulerOptions options =
        DbSchedulerOptions.defaults()
            .withLeads(properties.dispatcher().leads())
            .withPatience(properties.shutdown().drain());
    return DbSchedulerDispatcher.open(
        postgresql, properties.store().migrate() ? options : options.withoutMigration());
  }
}
