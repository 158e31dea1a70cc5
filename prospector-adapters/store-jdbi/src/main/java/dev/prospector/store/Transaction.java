package dev.prospector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

  /** Returns what a query gives, whose statement stays prepared for the next group. */
  <R> List<R> query(String statement, Row<R> row, @Nullable Object... values) throws SQLException {
    PreparedStatement prepared = prepared(statement);
    Rows.bind(prepared, values);
    List<R> found = new ArrayList<>();
    try (ResultSet result = prepared.executeQuery()) {
      while (result.next()) {
        found.add(row.read(result));
      }
    }
    return found;
  }

  /** Executes a statement that stays prepared, and returns how many rows it changed. */
  int execute(String statement, @Nullable Object... values) throws SQLException {
    PreparedStatement prepared = prepared(statement);
    Rows.bind(prepared, values);
    return prepared.executeUpdate();
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface Row<R> {
    R read(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return handle.getConnection();
  }

  /** Returns a statement that stays prepared for the next group. */
  PreparedStatement prepared(String statement) throws SQLException {
    return writer.prepared(connection(), statement);
  }
}
