package dev.prospector.benchmark.store;

import dev.prospector.adapter.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A file of SQLite; each emptying begins a new one. */
final class SqliteFile implements Databank {

  private static final List<String> PRAGMAS =
      List.of("journal_mode=wal", "synchronous=full", "secure_delete=on", "busy_timeout=30000");

  private final Path file;

  SqliteFile(Path folder) {
    this.file = folder.resolve("benchmark.db");
  }

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public String settings() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      StringBuilder settings = new StringBuilder();
      for (String name : List.of("journal_mode", "synchronous", "secure_delete")) {
        settings.append(name).append('=').append(one(statement, "pragma " + name)).append(' ');
      }
      return settings
          .append("version=")
          .append(one(statement, "select sqlite_version()"))
          .toString();
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getString(1) : "";
    }
  }

  @Override
  public void empty() throws Exception {
    close();
    store().close();
  }

  @Override
  public Store store() {
    return Store.sqlite(file, Work.OPTIONS);
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute("pragma " + pragma);
      }
    }
    return connection;
  }

  @Override
  public long serverCpuNanos() {
    return 0;
  }

  @Override
  public void close() throws Exception {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }
}
