package dev.prospector.store;

import static java.util.stream.Collectors.joining;

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
  private final List<Bound> waiting = new ArrayList<>();

  Transaction(WriterConnection writer, Handle handle) {
    this.writer = writer;
    this.handle = handle;
  }

  /** Returns what asks questions and makes single statements, now that all others are made. */
  Handle handle() {
    try {
      send();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
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
    if (waiting.isEmpty()) {
      return queryBeside(statement, row, values);
    }
    later(bound(statement, values));
    PreparedStatement prepared = send("");
    try (ResultSet result = last(prepared)) {
      return read(result, row);
    }
  }

  /** Only the last of several statements gives rows. */
  private static ResultSet last(PreparedStatement prepared) throws SQLException {
    while (!prepared.getMoreResults()) {
      if (prepared.getUpdateCount() < 0) {
        throw new SQLException("the last of several statements gave no rows");
      }
    }
    return prepared.getResultSet();
  }

  /** Returns the same about rows that no statement which waits can have changed. */
  <R> List<R> queryBeside(String statement, Row<R> row, @Nullable Object... values)
      throws SQLException {
    try (ResultSet result = prepared(bound(statement, values)).executeQuery()) {
      return read(result, row);
    }
  }

  private static <R> List<R> read(ResultSet result, Row<R> row) throws SQLException {
    List<R> found = new ArrayList<>();
    while (result.next()) {
      found.add(row.read(result));
    }
    return found;
  }

  /** Executes a statement that stays prepared, and returns how many rows it changed. */
  int execute(String statement, @Nullable Object... values) throws SQLException {
    send();
    return prepared(bound(statement, values)).executeUpdate();
  }

  private static Bound bound(String statement, @Nullable Object[] values) {
    return new Bound(statement, (prepared, first) -> Rows.bind(prepared, values, first));
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface Row<R> {
    R read(ResultSet row) throws SQLException;
  }

  /** Returns whether several statements can go to the server in one message. */
  boolean sendsTogether() {
    return writer.dialect() == Dialect.POSTGRESQL;
  }

  void later(Bound statement) {
    waiting.add(statement);
  }

  private void send() throws SQLException {
    if (!waiting.isEmpty()) {
      send("");
    }
  }

  /** Makes what waits, all in one message, as each one takes both sides out of their work. */
  private PreparedStatement send(String last) throws SQLException {
    String all = waiting.stream().map(statement -> statement.sql() + ";\n").collect(joining());
    PreparedStatement prepared = prepared(all + last);
    int place = 1;
    for (Bound statement : waiting) {
      place = statement.values().put(prepared, place);
    }
    waiting.clear();
    prepared.execute();
    return prepared;
  }

  /** Commits, with what waits, on a server; others have the rows before the disk has them. */
  void commit() throws SQLException {
    send(FlushLate.COMMIT);
  }

  /** Returns a statement that stays prepared for the next group. */
  PreparedStatement prepared(String statement) throws SQLException {
    return writer.prepared(handle.getConnection(), statement);
  }

  /** Returns such a statement with its values. */
  PreparedStatement prepared(Bound statement) throws SQLException {
    PreparedStatement prepared = prepared(statement.sql());
    int unused = statement.values().put(prepared, 1);
    return prepared;
  }
}
