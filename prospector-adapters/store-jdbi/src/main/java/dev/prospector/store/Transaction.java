package dev.prospector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** The transaction of one group, in the writer's thread; of no use after it. */
final class Transaction {

  private final WriterConnection writer;
  private final Handle handle;

  Transaction(WriterConnection writer, Handle handle) {
    this.writer = writer;
    this.handle = handle;
  }

  /** Returns what asks questions and makes single statements. */
  Handle handle() {
    return handle;
  }

  /** Returns rows for one statement, whose places are question marks. */
  Rows rows(String statement) {
    return new Rows(this, statement, null);
  }

  /**
   * Returns rows for an {@code insert} of one row of values, whose places are question marks.
   *
   * @param key how many of the first columns and places are the table's primary key
   */
  Rows inserts(String statement, int key) {
    return new Rows(this, statement, knowsArrays() ? new ColumnInsert(this, statement, key) : null);
  }

  /**
   * Returns rows for an {@code update} or {@code delete} of what is found by values, whose places
   * are question marks, those of the condition last; no row meets what another one does.
   */
  Rows changes(String statement) {
    return new Rows(this, statement, knowsArrays() ? new ColumnChange(this, statement) : null);
  }

  private boolean knowsArrays() {
    return writer.dialect() == Dialect.POSTGRESQL;
  }

  Connection connection() {
    return handle.getConnection();
  }

  /** Returns a statement that stays prepared for the next group. */
  PreparedStatement prepared(String statement) throws SQLException {
    return writer.prepared(connection(), statement);
  }
}
