package dev.prospector.adapter.store.internal.sql;

import static java.util.stream.Collectors.joining;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.EarlyLockRelease;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one group, in the writer's thread; of no use after it. To a server statements
 * go together in one message, in their order, as late as somebody looks at what one of them gives:
 * each message takes both sides out of their work, and rows are locked for as long. A file executes
 * them at once.
 */
public final class Transaction {

  private final WriterConnection writer;
  private final Handle handle;
  private final List<Waiting> waiting = new ArrayList<>();

  /** A statement that is not sent yet. */
  private record Waiting(Bound statement, Asked<?> asked) {}

  public Transaction(WriterConnection writer, Handle handle) {
    this.writer = writer;
    this.handle = handle;
  }

  /** Returns what asks questions and makes single statements, now that all others are made. */
  public Handle handle() {
    try {
      send();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
    return handle;
  }

  /** Returns rows for one statement, whose places are question marks. */
  public Rows rows(String statement) {
    return new Rows(this, statement, null);
  }

  /**
   * Returns rows for an {@code insert} of one row of values, whose places are question marks.
   *
   * @param key how many of the first columns and places are the table's primary key
   */
  public Rows inserts(String statement, int key) {
    return new Rows(
        this, statement, sendsTogether() ? new ColumnInsert(this, statement, key) : null);
  }

  /**
   * Returns rows for an {@code update} or {@code delete} of what is found by values, whose places
   * are question marks, those of the condition last; no row meets what another one does.
   */
  public Rows changes(String statement) {
    return new Rows(this, statement, sendsTogether() ? new ColumnChange(this, statement) : null);
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface Row<R> {
    R read(ResultSet row) throws SQLException;
  }

  /** Returns what a query gives, whose statement stays prepared for the next group. */
  public <R> List<R> query(String statement, Row<R> row, @Nullable Object... values)
      throws SQLException {
    return ask(Bound.of(statement, values), row).get();
  }

  /** Asks for rows. */
  public <R> Asked<List<R>> ask(Bound statement, Row<R> row) throws SQLException {
    return ask(statement, new Asked<>(this::send, prepared -> rows(prepared, row)));
  }

  private static <R> List<R> rows(PreparedStatement prepared, Row<R> row) throws SQLException {
    try (ResultSet result = prepared.getResultSet()) {
      List<R> found = new ArrayList<>();
      while (result.next()) {
        found.add(row.read(result));
      }
      return found;
    }
  }

  /** Changes rows, and asks how many. */
  public Asked<Integer> change(Bound statement) throws SQLException {
    return ask(statement, new Asked<>(this::send, PreparedStatement::getUpdateCount));
  }

  private <R> Asked<R> ask(Bound statement, Asked<R> asked) throws SQLException {
    waiting.add(new Waiting(statement, asked));
    if (!sendsTogether()) {
      send();
    }
    return asked;
  }

  /** Returns whether several statements can go to the server in one message. */
  public boolean sendsTogether() {
    return writer.dialect() == Dialect.POSTGRESQL;
  }

  /** Makes one statement with many values, now that all others are made. */
  public int[] batch(String statement, List<@Nullable Object[]> rows) throws SQLException {
    send();
    PreparedStatement prepared = prepared(statement);
    for (@Nullable Object[] row : rows) {
      int unused = Bound.put(prepared, row, 1);
      prepared.addBatch();
    }
    return prepared.executeBatch();
  }

  /** Makes what waits. */
  public void send() throws SQLException {
    if (waiting.size() == 1) {
      send(waiting.get(0).statement().sql());
    } else if (!waiting.isEmpty()) {
      send(together());
    }
  }

  private String together() {
    return waiting.stream().map(one -> one.statement().sql() + ";\n").collect(joining());
  }

  private void send(String statements) throws SQLException {
    PreparedStatement prepared = prepared(statements);
    int place = 1;
    for (Waiting one : waiting) {
      place = one.statement().values().put(prepared, place);
    }
    List<Asked<?>> asked = waiting.stream().<Asked<?>>map(Waiting::asked).toList();
    waiting.clear();
    boolean unused = prepared.execute();
    for (int i = 0; i < asked.size(); i++) {
      if (i > 0) {
        unused = prepared.getMoreResults();
      }
      asked.get(i).readFrom(prepared);
    }
  }

  /** Commits, with what waits, on a server; others have the rows before the disk has them. */
  public void commit() throws SQLException {
    send(together() + EarlyLockRelease.COMMIT);
  }

  /** Returns a statement that stays prepared for the next group. */
  public PreparedStatement prepared(String statement) throws SQLException {
    return writer.prepared(handle.getConnection(), statement);
  }
}
