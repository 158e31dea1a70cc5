package dev.prospector.benchmark.store;

import dev.prospector.adapter.store.Store;
import dev.prospector.store.StepCommit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that the journal writes for a step, ready to be bound: whoever writes them by hand is
 * spared making them.
 *
 * @param text empty without a page
 * @param snapshot empty without a page
 */
record RawRows(Object[] step, Object[] text, Object[] snapshot) {

  private static final int SAMPLE = Work.AGENTS;

  /** Returns rows of the same lengths as the journal's own, which it wrote for the first lead. */
  static List<RawRows> of(Databank databank, Shape shape, int count) throws Exception {
    List<StepCommit> steps = Work.steps(shape, count);
    databank.empty();
    try (Store store = databank.store()) {
      steps.subList(0, SAMPLE).forEach(step -> store.journal().commit(Work.TENANT, step));
    }
    List<RawRows> sample = read(databank, steps);
    List<RawRows> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(sample.get(i % SAMPLE).with(steps.get(i)));
    }
    return rows;
  }

  private static List<RawRows> read(Databank databank, List<StepCommit> steps) throws SQLException {
    List<RawRows> rows = new ArrayList<>();
    try (Connection connection = open(databank);
        Statement statement = connection.createStatement()) {
      for (StepCommit step : steps.subList(0, SAMPLE)) {
        String where = " where inputs = '" + step.inputs() + "'";
        Object[] snapshot = one(statement, "select * from prospector_snapshot" + where);
        Object[] text =
            snapshot.length == 0
                ? snapshot
                : one(
                    statement,
                    "select * from prospector_text where sha256 = '" + snapshot[4] + "'");
        rows.add(
            new RawRows(one(statement, "select * from prospector_step" + where), text, snapshot));
      }
    }
    return rows;
  }

  private static Connection open(Databank databank) throws SQLException {
    try {
      return databank.connect();
    } catch (SQLException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object[] one(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      if (!result.next()) {
        return new Object[0];
      }
      Object[] row = new Object[result.getMetaData().getColumnCount()];
      for (int i = 0; i < row.length; i++) {
        Object value = result.getObject(i + 1);
        row[i] =
            value instanceof Number || value instanceof byte[] ? value : result.getString(i + 1);
      }
      return row;
    }
  }

  private RawRows with(StepCommit commit) {
    Object[] newStep = step.clone();
    newStep[1] = commit.inputs().toString();
    newStep[3] = commit.lead().value();
    if (text.length == 0) {
      return new RawRows(newStep, text, snapshot);
    }
    var kept = commit.snapshots().get(0);
    Object[] newText = text.clone();
    newText[1] = commit.lead().value();
    newText[2] = kept.id().sha256();
    newText[3] = kept.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Object[] newSnapshot = snapshot.clone();
    newSnapshot[1] = newStep[1];
    newSnapshot[3] = newText[1];
    newSnapshot[4] = newText[2];
    newSnapshot[6] = kept.address();
    return new RawRows(newStep, newText, newSnapshot);
  }

  @Override
  public String toString() {
    return Arrays.toString(step);
  }
}
