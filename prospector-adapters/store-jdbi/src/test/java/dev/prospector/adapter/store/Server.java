package dev.prospector.adapter.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A real PostgreSQL for the tests of this module, as durable as a production one. */
final class Server {

  private static final Server ONE = new Server();
  private static final String TABLES =
      """
      do $$ declare t record; begin
        for t in select tablename from pg_tables where tablename like 'prospector\\_%'
            and tablename <> 'prospector_schema' and schemaname = current_schema() loop
          execute 'delete from ' || t.tablename;
        end loop;
      end $$
      """;

  private final EmbeddedPostgres postgres;
  private final HikariDataSource pool;

  private Server() {
    try {
      // The builder's own settings would forget what they confirm.
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setMaximumPoolSize(20);
    pool = new HikariDataSource(config);
  }

  private String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /** Returns connections to the database that tests share, whose tables hold nothing now. */
  static DataSource emptied() throws SQLException {
    try (Connection connection = ONE.pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    return ONE.pool;
  }

  /** Returns connections to the database that tests share. */
  static DataSource pool() {
    return ONE.pool;
  }

  /** Returns the address of a new database without tables. */
  static String fresh(String name) throws SQLException {
    execute("drop database if exists " + name);
    execute("create database " + name);
    return url(name);
  }

  /** Returns the address of a database. */
  static String url(String name) {
    return ONE.postgres.getJdbcUrl("postgres", name);
  }

  static void execute(String sql) throws SQLException {
    try (Connection connection = ONE.pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
