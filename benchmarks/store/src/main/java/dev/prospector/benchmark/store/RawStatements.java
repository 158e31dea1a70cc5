package dev.prospector.benchmark.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements that write the journal's rows, prepared once for a connection. */
final class RawStatements {

  private static final String STEP =
      """
      insert into prospector_step (tenant, inputs, run, lead, section, format, value, provenance,
        owners, calls, snapshots, checksum)
      values (?, ?, ?, ?, ?, ?, %1$s, %1$s, %1$s, %1$s, ?, ?) on conflict do nothing
      """;
  private static final String TEXT =
      """
      insert into prospector_text (tenant, lead, sha256, content) values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String SNAPSHOT =
      """
      insert into prospector_snapshot (tenant, inputs, position, lead, sha256, kind, address,
        media_type, publisher, captured_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;
  private final PreparedStatement step;
  private final PreparedStatement text;
  private final PreparedStatement snapshot;

  RawStatements(Connection connection) throws SQLException {
    boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
    this.connection = connection;
    connection.setAutoCommit(false);
    step = connection.prepareStatement(STEP.formatted(sqlite ? "?" : "?::json"));
    text = connection.prepareStatement(TEXT);
    snapshot = connection.prepareStatement(SNAPSHOT);
  }

  /** Writes a group in one transaction. */
  void commit(List<RawRows> group) throws SQLException {
    int texts = 0;
    for (RawRows rows : group) {
      add(step, rows.step());
      if (rows.text().length > 0) {
        add(text, rows.text());
        add(snapshot, rows.snapshot());
        texts++;
      }
    }
    step.executeBatch();
    if (texts > 0) {
      text.executeBatch();
      snapshot.executeBatch();
    }
    connection.commit();
  }

  private static void add(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String string) {
        statement.setString(i + 1, string);
      } else if (value instanceof Integer number) {
        statement.setInt(i + 1, number);
      } else if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setNull(i + 1, java.sql.Types.VARCHAR);
      }
    }
    statement.addBatch();
  }
}
