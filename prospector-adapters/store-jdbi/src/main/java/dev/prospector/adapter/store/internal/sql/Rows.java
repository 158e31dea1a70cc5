package dev.prospector.adapter.store.internal.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one statement, sent together. */
public final class Rows {

  private final Transaction transaction;
  private final String statement;
  private final @Nullable AtOnce atOnce;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** Writes many rows by one statement, or a few. */
  public interface AtOnce {
    List<Bound> statements(List<@Nullable Object[]> rows);

    /** Writes them, and returns for each whether it changed something. */
    List<Boolean> changed(List<@Nullable Object[]> rows) throws SQLException;
  }

  /**
   * Begins without rows.
   *
   * @param atOnce writes more than one; null if each is to be written by the statement itself
   */
  public Rows(Transaction transaction, String statement, @Nullable AtOnce atOnce) {
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
  public void add(@Nullable Object... values) {
    rows.add(values);
  }

  /**
   * Executes the statement for each row, of which there may be none: with the next one for which
   * somebody waits, at the latest with the commit.
   */
  public void execute() throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    if (isOne()) {
      Asked<Integer> unused = transaction.change(Bound.of(statement, rows.get(0)));
    } else if (atOnce == null) {
      int[] unused = transaction.batch(statement, rows);
    } else {
      for (Bound all : atOnce.statements(rows)) {
        Asked<Integer> unused = transaction.change(all);
      }
    }
  }

  /** Executes the statement for each row, and returns for each whether it changed any. */
  public List<Boolean> changed() throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    if (isOne()) {
      return List.of(transaction.change(Bound.of(statement, rows.get(0))).get() > 0);
    }
    return atOnce == null
        ? Arrays.stream(transaction.batch(statement, rows)).mapToObj(count -> count > 0).toList()
        : atOnce.changed(rows);
  }

  private boolean isOne() {
    return rows.size() == 1 && transaction.sendsTogether();
  }
}
