package dev.prospector.adapter.store.internal.sql;

import dev.prospector.adapter.store.internal.database.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A query that is asked so often that SQLite shall not prepare it anew each time, which takes twice
 * as long as the query; PostgreSQL's driver keeps statements by itself. Safe for several threads,
 * as each has its own connection.
 */
public final class KeptStatement {

  private final String sql;
  private final boolean kept;
  private final Map<Connection, PreparedStatement> statements = new ConcurrentHashMap<>();

  public KeptStatement(Dialect dialect, String sql) {
    this.sql = sql;
    this.kept = dialect == Dialect.SQLITE;
  }

  /** Asks with the statement. */
  public interface Query<R> {
    R ask(PreparedStatement statement) throws SQLException;
  }

  public <R> R on(Connection pooled, Query<R> query) throws SQLException {
    if (!kept) {
      try (PreparedStatement statement = pooled.prepareStatement(sql)) {
        return query.ask(statement);
      }
    }
    Connection connection = pooled.unwrap(Connection.class);
    PreparedStatement statement = statements.get(connection);
    if (statement == null) {
      forgetClosed();
      statement = connection.prepareStatement(sql);
      statements.put(connection, statement);
    }
    return query.ask(statement);
  }

  /** Pools close a connection now and then, and its statements with it. */
  private void forgetClosed() throws SQLException {
    for (Connection connection : statements.keySet()) {
      if (connection.isClosed()) {
        statements.remove(connection);
      }
    }
  }
}
