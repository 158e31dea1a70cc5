package dev.prospector.adapter.store.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one column, in an array of the type by which the driver sends them as bytes. */
record Column(String type, @Nullable Object[] values) {

  static Column of(List<@Nullable Object[]> rows, int index) {
    Object first =
        rows.stream().map(row -> row[index]).filter(Objects::nonNull).findFirst().orElse("");
    if (first instanceof Integer) {
      return new Column("int4", filled(rows, index, new Integer[rows.size()]));
    }
    if (first instanceof Long) {
      return new Column("int8", filled(rows, index, new Long[rows.size()]));
    }
    return first instanceof byte[]
        ? new Column("bytea", filled(rows, index, new byte[rows.size()][]))
        : new Column("text", filled(rows, index, new String[rows.size()]));
  }

  private static @Nullable Object[] filled(
      List<@Nullable Object[]> rows, int index, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[index];
    }
    return values;
  }

  /** Returns the columns of rows that all have values at the same places. */
  static List<Column> of(List<@Nullable Object[]> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).length; i++) {
      columns.add(of(rows, i));
    }
    return columns;
  }

  /**
   * Returns a part of a statement with the names {@code c0}, {@code c1} and so on for its question
   * marks, of which there are some before it.
   */
  static String named(String part, int before) {
    StringBuilder named = new StringBuilder();
    int place = before;
    for (char c : part.toCharArray()) {
      named.append(c == '?' ? "c" + place++ : String.valueOf(c));
    }
    return named.toString();
  }

  /** Returns the table that columns are under those names, with a place for each. */
  static String table(List<Column> columns) {
    List<String> names = new ArrayList<>();
    List<String> arrays = new ArrayList<>();
    for (Column column : columns) {
      names.add("c" + names.size());
      arrays.add("?::" + column.type() + "[]");
    }
    return "unnest(%s) with ordinality as given (%s, place)"
        .formatted(String.join(", ", arrays), String.join(", ", names));
  }

  /** Returns a statement with columns at its places. */
  static Bound bound(String statement, List<Column> columns) {
    return new Bound(
        statement,
        (prepared, first) -> {
          int place = first;
          for (Column column : columns) {
            prepared.setArray(
                place++, prepared.getConnection().createArrayOf(column.type(), column.values()));
          }
          return place;
        });
  }
}
