package dev.prospector.adapter.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows by one statement of PostgreSQL, an array for each column: one plan for any
 * number of rows, and two thirds of the server's time that a statement for each row takes.
 */
final class ColumnInsert implements Rows.AtOnce {

  /** An array has to fit into a message; far below that, larger ones gain nothing. */
  private static final long MOST_LENGTH = 4_000_000;

  private final Transaction transaction;
  private final String statement;
  private final int key;

  /**
   * Prepares for rows.
   *
   * @param statement inserts one row of values, whose places are question marks
   * @param key how many of the first columns and places are the primary key
   */
  ColumnInsert(Transaction transaction, String statement, int key) {
    this.transaction = transaction;
    this.statement = statement;
    this.key = key;
  }

  @Override
  public List<Bound> statements(List<@Nullable Object[]> rows) {
    return parts(rows).stream().map(part -> bound(part, "")).toList();
  }

  /** Inserts the rows, and returns for each whether it was inserted or changed another one. */
  @Override
  public List<Boolean> changed(List<@Nullable Object[]> rows) throws SQLException {
    List<Boolean> changed = new ArrayList<>(rows.size());
    for (List<@Nullable Object[]> part : parts(rows)) {
      Bound insert = bound(part, " returning " + keyColumns());
      Set<List<String>> keys = Set.copyOf(transaction.ask(insert, this::key).get());
      part.forEach(row -> changed.add(keys.contains(key(row))));
    }
    return changed;
  }

  /** No key comes twice in a part, as one statement cannot meet its own rows. */
  private List<List<@Nullable Object[]>> parts(List<@Nullable Object[]> rows) {
    List<List<@Nullable Object[]>> parts = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    long length = 0;
    int start = 0;
    for (int i = 0; i < rows.size(); i++) {
      length += length(rows.get(i));
      if (!keys.add(key(rows.get(i))) || length > MOST_LENGTH && i > start) {
        parts.add(rows.subList(start, i));
        start = i;
        keys.clear();
        keys.add(key(rows.get(i)));
        length = length(rows.get(i));
      }
    }
    parts.add(rows.subList(start, rows.size()));
    return parts;
  }

  private static long length(@Nullable Object[] row) {
    long length = 0;
    for (Object value : row) {
      length += value instanceof String text ? text.length() : 0;
      length += value instanceof byte[] bytes ? bytes.length : 0;
    }
    return length;
  }

  private List<String> key(@Nullable Object[] row) {
    List<String> values = new ArrayList<>(key);
    for (int i = 0; i < key; i++) {
      values.add(String.valueOf(row[i]));
    }
    return values;
  }

  private List<String> key(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>(key);
    for (int i = 1; i <= key; i++) {
      values.add(row.getString(i));
    }
    return values;
  }

  private String keyColumns() {
    int open = statement.indexOf('(');
    String[] columns = statement.substring(open + 1, statement.indexOf(')', open)).split(",");
    return String.join(",", List.of(columns).subList(0, key));
  }

  private Bound bound(List<@Nullable Object[]> rows, String ending) {
    List<Column> columns = Column.of(rows);
    return Column.bound(sql(columns) + ending, columns);
  }

  /** Puts the columns where the one row of values stood. */
  private String sql(List<Column> columns) {
    int values = statement.indexOf("values");
    int open = statement.indexOf('(', values);
    int close = closing(open);
    return statement.substring(0, values)
        + "select "
        + Column.named(statement.substring(open + 1, close), 0)
        + " from "
        + Column.table(columns)
        + statement.substring(close + 1);
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; ; i++) {
      depth += statement.charAt(i) == '(' ? 1 : statement.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
  }
}
