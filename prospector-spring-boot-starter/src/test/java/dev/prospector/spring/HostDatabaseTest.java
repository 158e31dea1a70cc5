package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.prospector.adapter.dbscheduler.DbSchedulerDispatcher;
import dev.prospector.adapter.store.Store;
import dev.prospector.memory.InMemoryRunStore;
import dev.prospector.pipeline.Pipeline;
import dev.prospector.run.Dispatcher;
import dev.prospector.store.RunStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;

/** An application with a database of its own. */
class HostDatabaseTest {

  private static final Class<?> FLYWAY =
      Boot.anyOf(
          "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
          "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration");

  private static EmbeddedPostgres server;
  private static int databases;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Supplier<DataSource> fresh() throws SQLException {
    String name = "host_" + ++databases;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return () -> pool(server.getJdbcUrl("postgres", name));
  }

  private static HikariDataSource pool(String url) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    return source;
  }

  @Test
  void runsAreKeptOnTheApplicationsOwnPostgresql() throws SQLException {
    Boot.runner()
        .withBean(DataSource.class, fresh())
        .run(
            context -> {
              assertThat(context).hasSingleBean(Store.class);
              assertThat(context.getBean(RunStore.class)).isNotInstanceOf(InMemoryRunStore.class);
            });
  }

  @Test
  void flywayFindsAnEmptySchemaAndTheStoreComesAfterwards() throws IOException, SQLException {
    Files.writeString(
        folder.resolve("V1__customers.sql"), "create table customer (id bigint primary key);");
    Supplier<DataSource> database = fresh();
    for (int starts = 0; starts < 2; starts++) {
      Boot.runner()
          .withConfiguration(AutoConfigurations.of(FLYWAY))
          .withBean(DataSource.class, database)
          .withPropertyValues("spring.flyway.locations=filesystem:" + folder)
          .run(
              context -> {
                assertThat(context).hasNotFailed().hasSingleBean(Store.class);
                DataSource source = context.getBean(DataSource.class);
                assertThat(tables(source, "customer")).isEqualTo(1);
                assertThat(tables(source, "prospector_run")).isEqualTo(1);
              });
    }
  }

  private static int tables(DataSource source, String name) throws SQLException {
    try (Connection connection = source.getConnection();
        ResultSet found = connection.getMetaData().getTables(null, "public", name, null)) {
      int count = 0;
      while (found.next()) {
        count++;
      }
      return count;
    }
  }

  @Test
  void leadsAreSpreadOverTheApplicationsOwnPostgresql() throws SQLException {
    Boot.runner()
        .withBean(DataSource.class, fresh())
        .withPropertyValues("prospector.dispatcher.enabled=true", "prospector.dispatcher.leads=2")
        .run(
            context ->
                assertThat(context.getBean(Dispatcher.class))
                    .isInstanceOf(DbSchedulerDispatcher.class));
  }

  @Test
  void aDispatcherIsRefusedWithoutADatabase() {
    Boot.runner()
        .withPropertyValues("prospector.dispatcher.enabled=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("set spring.datasource.url"));
  }

  @Test
  void aDispatcherIsRefusedOnAnotherDatabase() {
    Boot.runner()
        .withBean(DataSource.class, () -> pool("jdbc:h2:mem:dispatcher"))
        .withPropertyValues("prospector.dispatcher.enabled=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("to lead to PostgreSQL"));
  }

  /** Pools tell their addresses in different ways, or not at all. */
  @Test
  void noConnectionIsOpenedWhereTheAddressTellsTheDatabase() {
    for (String known : List.of("h2:mem:x", "mysql://host/x", "oracle:thin:@host", "derby:x")) {
      assertThat(HostDatabase.of(provider(new NeverAsked("jdbc:" + known))).postgresql()).isEmpty();
    }
    DataSource postgresql = new NeverAsked("jdbc:postgresql://host/x?password=canary");
    assertThat(HostDatabase.of(provider(postgresql)).postgresql()).contains(postgresql);
    for (String wrapped : List.of("jdbc:tc:postgresql:17:///x", "jdbc:p6spy:h2:mem:x", "x", "")) {
      DataSource asked = new NeverAsked(wrapped);
      assertThatThrownBy(() -> HostDatabase.of(provider(asked)).postgresql())
          .hasMessage("it was asked");
    }
  }

  private static ObjectProvider<DataSource> provider(DataSource source) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("source", source);
    return beans.getBeanProvider(DataSource.class);
  }

  private static final class NeverAsked extends HikariDataSource {
    NeverAsked(String url) {
      setJdbcUrl(url);
    }

    @Override
    public Connection getConnection() {
      throw new IllegalStateException("it was asked");
    }
  }

  @Test
  void onH2RunsAreInMemoryAndTheWarningSaysWhatToDo() {
    Boot.runner()
        .withBean(DataSource.class, () -> pool("jdbc:h2:mem:host"))
        .run(
            context -> {
              assertThat(context.getBean(RunStore.class)).isInstanceOf(InMemoryRunStore.class);
              assertThat(HostDatabase.of(context.getBeanProvider(DataSource.class)).whyNot())
                  .isEqualTo(", since the application's DataSource leads to H2, not PostgreSQL");
            });
  }

  /** Neither the agents nor what they read is in the way of an application's start. */
  @Test
  void whereRunsAreInMemoryTheAgentsAreMadeOnlyWhenTheyAreUsed() {
    Boot.runner()
        .withBean(DataSource.class, () -> pool("jdbc:h2:mem:late"))
        .run(
            context -> {
              assertThat(context.getBeanFactory().containsSingleton("standardPipeline")).isFalse();
              assertThat(context.getBean(Pipeline.class)).isNotNull();
              assertThat(context.getBeanFactory().containsSingleton("standardPipeline")).isTrue();
            });
  }

  @Test
  void withoutAPrimaryOneNoDataSourceIsChosen() {
    Boot.runner()
        .withBean("one", DataSource.class, () -> pool("jdbc:h2:mem:one"))
        .withBean("two", DataSource.class, () -> pool("jdbc:h2:mem:two"))
        .run(
            context -> {
              assertThat(context.getBean(RunStore.class)).isInstanceOf(InMemoryRunStore.class);
              assertThat(HostDatabase.of(context.getBeanProvider(DataSource.class)).whyNot())
                  .contains("no DataSource of the application is primary");
            });
  }

  @Test
  void anAddressWinsOverTheApplicationsDataSource() throws SQLException {
    Boot.runner()
        .withBean(DataSource.class, fresh())
        .withPropertyValues("prospector.store.url=sqlite:" + folder.resolve("runs.db"))
        .run(
            context -> {
              assertThat(context).hasSingleBean(Store.class);
              assertThat(tables(context.getBean(DataSource.class), "prospector_run")).isZero();
            });
  }
}
