package dev.prospector.adapter.store.internal.sql;

import dev.prospector.adapter.store.internal.database.Database;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.NewTables;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of the one thread that writes. It is kept from group to group with its statements,
 * since preparing them anew costs as much as a small group; its owner decides when it is given
 * back.
 */
public final class WriterConnection {

  private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);

  /**
   * A process that stands still in the middle of a transaction holds the row locks of its runs, for
   * which all other processes wait: the server ends such a transaction.
   */
  private static final String END_FROZEN_TRANSACTIONS =
      "set idle_in_transaction_session_timeout to '3s';";

  /**
   * Everything is found by a key. Of tables that it knows nothing about, the server would rather
   * read the whole, and remember that plan.
   */
  private static final String BY_KEYS_ONLY =
      "set enable_seqscan to off; set enable_hashjoin to off; set enable_mergejoin to off";

  private static final String AS_BEFORE =
      """
      reset idle_in_transaction_session_timeout; reset enable_seqscan; reset enable_hashjoin;
      reset enable_mergejoin\
      """;

  private final Database database;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final NewTables tables = new NewTables();
  private @Nullable Handle handle;

  /** What is done in a transaction. */
  public interface Work {
    void write(Transaction transaction) throws SQLException;
  }

  public WriterConnection(Database database) {
    this.database = database;
  }

  public Dialect dialect() {
    return database.dialect();
  }

  public boolean isOpen() {
    return handle != null;
  }

  /** Commits what the work writes or, if anything fails, nothing of it. */
  public void inTransaction(Work work) throws SQLException {
    boolean committed = false;
    try {
      Handle open = open();
      begin(open);
      Transaction transaction = new Transaction(this, open);
      work.write(transaction);
      commit(transaction);
      committed = true;
      lookAtNewTables(open.getConnection());
    } finally {
      if (!committed) {
        abandon();
      }
    }
  }

  /** What was committed stays so, even if this fails. */
  private void lookAtNewTables(Connection connection) {
    if (dialect() == Dialect.POSTGRESQL) {
      try {
        tables.committed(connection);
      } catch (SQLException e) {
        LOG.debug("New tables could not be looked at: {}", StoreFailure.of(e).getMessage());
        abandon();
      }
    }
  }

  private Handle open() throws SQLException {
    Handle open = handle;
    if (open == null) {
      open = database.writer().open();
      handle = open;
      if (dialect() == Dialect.POSTGRESQL) {
        execute(open.getConnection(), END_FROZEN_TRANSACTIONS + BY_KEYS_ONLY);
        open.getConnection().setAutoCommit(false);
      }
    }
    return open;
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  /** SQLite's driver would begin the next transaction at once and shut out other processes. */
  private void begin(Handle open) throws SQLException {
    if (dialect() == Dialect.SQLITE) {
      prepared(open.getConnection(), "begin immediate").execute();
    }
  }

  private void commit(Transaction transaction) throws SQLException {
    if (dialect() == Dialect.SQLITE) {
      transaction.prepared("commit").execute();
    } else {
      transaction.commit();
    }
  }

  public PreparedStatement prepared(Connection connection, String statement) throws SQLException {
    PreparedStatement known = statements.get(statement);
    if (known == null) {
      known = connection.prepareStatement(statement);
      statements.put(statement, known);
    }
    return known;
  }

  /** Takes back what a failed transaction did; the next one has another connection. */
  private void abandon() {
    Handle open = handle;
    if (open != null) {
      quietly(
          () -> {
            if (dialect() == Dialect.SQLITE) {
              prepared(open.getConnection(), "rollback").execute();
            } else {
              open.getConnection().rollback();
            }
          });
      release();
    }
  }

  /** Gives the connection back; the next transaction takes one. */
  public void release() {
    Handle open = handle;
    if (open == null) {
      return;
    }
    handle = null;
    for (PreparedStatement statement : statements.values()) {
      quietly(statement::close);
    }
    statements.clear();
    quietly(() -> open.getConnection().setAutoCommit(true));
    if (dialect() == Dialect.POSTGRESQL) {
      quietly(() -> execute(open.getConnection(), AS_BEFORE));
    }
    quietly(open::close);
  }

  /** What ends anyway may fail: the connection is lost, or the database was faster. */
  private static void quietly(Ending ending) {
    try {
      ending.run();
    } catch (SQLException | JdbiException e) {
      LOG.debug("A connection ended badly: {}", StoreFailure.of(e).getMessage());
    }
  }

  private interface Ending {
    void run() throws SQLException;
  }
}
