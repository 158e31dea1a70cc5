package dev.prospector.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement, sent together. They are bound by hand, since the one thread that writes
 * has no time to look places up by name.
 */
final class Rows {

  private final Transaction transaction;
  private final String statement;
  private final @Nullable AtOnce atOnce;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** Writes many rows by one statement, or a few. */
  interface AtOnce {
    List<Bound> statements(List<@Nullable Object[]> rows);

    /** Writes them, and returns for each whether it changed something. */
    List<Boolean> changed(List<@Nullable Object[]> rows) throws SQLException;
  }

  /**
   * Begins without rows.
   *
   * @param atOnce writes more than one; null if each is to be written by the statement itself
   */
  Rows(Transaction transaction, String statement, @Nullable AtOnce atOnce) {
    this.transaction = transaction;
    this.statement = statement;
    this.atOnce = atOnce;
  }

  /**
   * Adds a row.
   *
   * @param values strings, numbers and bytes in the order of the places; null is an absent string,
   *     and where a number may be absent the statement says {@code cast(? as bigint)}
   */
  void add(@Nullable Object... values) {
    rows.add(values);
  }

  /** Executes the statement for each row, of which there may be none. */
  void execute() throws SQLException {
    if (atOnce != null && rows.size() > 1) {
      for (Bound statement : atOnce.statements(rows)) {
        transaction.prepared(statement).execute();
      }
    } else {
      counts();
    }
  }

  /**
   * Executes the statement for each row with the next one for which somebody waits, at the latest
   * with the commit: nobody here asks for these rows before.
   */
  void executeLater() throws SQLException {
    if (!transaction.sendsTogether() || rows.size() > 1 && atOnce == null) {
      execute();
    } else if (rows.size() == 1) {
      @Nullable Object[] row = rows.get(0);
      transaction.later(new Bound(statement, (prepared, first) -> bind(prepared, row, first)));
    } else if (atOnce != null && !rows.isEmpty()) {
      atOnce.statements(rows).forEach(transaction::later);
    }
  }

  /** Executes the statement for each row, and returns for each whether it changed any. */
  List<Boolean> changed() throws SQLException {
    return atOnce != null && rows.size() > 1
        ? atOnce.changed(rows)
        : Arrays.stream(counts()).mapToObj(count -> count > 0).toList();
  }

  private int[] counts() throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    PreparedStatement prepared = transaction.prepared(statement);
    for (@Nullable Object[] row : rows) {
      bind(prepared, row, 1);
      prepared.addBatch();
    }
    return prepared.executeBatch();
  }

  /** Puts values at places that follow one another, and returns the first after them. */
  static int bind(PreparedStatement prepared, @Nullable Object[] row, int first)
      throws SQLException {
    int place = first;
    for (Object value : row) {
      if (value instanceof String text) {
        prepared.setString(place, text);
      } else if (value instanceof Long number) {
        prepared.setLong(place, number);
      } else if (value instanceof Integer number) {
        prepared.setInt(place, number);
      } else if (value instanceof byte[] bytes) {
        prepared.setBytes(place, bytes);
      } else if (value == null) {
        prepared.setNull(place, Types.VARCHAR);
      } else {
        throw new IllegalArgumentException("a value of " + value.getClass() + " is not bound");
      }
      place++;
    }
    return place;
  }
}
