package dev.prospector.benchmark.store;

import dev.prospector.adapter.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server of its own, as durable as a production one. */
final class PostgresqlServer implements Databank {

  private final EmbeddedPostgres server;
  private final ProcessHandle postmaster;

  PostgresqlServer(Path folder) throws IOException, SQLException {
    // The builder's own settings would forget what they confirm.
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgresql"))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      long backend = Long.parseLong(one(statement, "select pg_backend_pid()"));
      postmaster = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    }
    store().close();
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String settings() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      StringBuilder settings = new StringBuilder();
      for (String name :
          List.of("fsync", "synchronous_commit", "full_page_writes", "wal_sync_method")) {
        settings.append(name).append('=').append(one(statement, "show " + name)).append(' ');
      }
      return settings.append("version=").append(one(statement, "show server_version")).toString();
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getString(1) : "";
    }
  }

  @Override
  public void empty() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet result =
          statement.executeQuery(
              "select tablename from pg_tables where tablename like 'prospector\\_%'"
                  + " and tablename <> 'prospector_schema'")) {
        while (result.next()) {
          tables.add(result.getString(1));
        }
      }
      statement.execute("truncate " + String.join(", ", tables));
      // What one contender left to be written is not paid for by the next.
      statement.execute("checkpoint");
    }
  }

  @Override
  public Store store() {
    return Store.open(url().substring("jdbc:".length()), Work.OPTIONS);
  }

  /** Inserts of a batch go as one statement of many rows, which is the fastest that JDBC has. */
  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "&reWriteBatchedInserts=true");
  }

  private String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public long serverCpuNanos() {
    return Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .mapToLong(process -> process.info().totalCpuDuration().map(d -> d.toNanos()).orElse(0L))
        .sum();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
