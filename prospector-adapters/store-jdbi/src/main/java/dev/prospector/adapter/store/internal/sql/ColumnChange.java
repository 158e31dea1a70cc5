package dev.prospector.adapter.store.internal.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Updates or deletes many rows by one statement of PostgreSQL, an array for each column: the server
 * begins and ends the work of a statement once, and not for each row.
 */
final class ColumnChange implements Rows.AtOnce {

  private final Transaction transaction;
  private final String statement;

  /**
   * Prepares for rows of which none meets what another one does.
   *
   * @param statement updates or deletes what one row of values says, whose places are question
   *     marks
   */
  ColumnChange(Transaction transaction, String statement) {
    this.transaction = transaction;
    this.statement = statement;
  }

  @Override
  public List<Bound> statements(List<@Nullable Object[]> rows) {
    return List.of(bound(rows, ""));
  }

  @Override
  public List<Boolean> changed(List<@Nullable Object[]> rows) throws SQLException {
    List<Boolean> changed = new ArrayList<>(Collections.nCopies(rows.size(), false));
    Bound change = bound(rows, " returning place");
    for (int place : transaction.ask(change, row -> row.getInt(1)).get()) {
      changed.set(place - 1, true);
    }
    return changed;
  }

  private Bound bound(List<@Nullable Object[]> rows, String ending) {
    List<Column> columns = Column.of(rows);
    int where = statement.indexOf("where ");
    String what = statement.substring(0, where);
    int before = (int) what.chars().filter(c -> c == '?').count();
    String sql =
        Column.named(what, 0)
            + (what.startsWith("delete") ? "using " : "from ")
            + Column.table(columns)
            + " "
            + Column.named(statement.substring(where), before);
    return Column.bound(sql + ending, columns);
  }
}
