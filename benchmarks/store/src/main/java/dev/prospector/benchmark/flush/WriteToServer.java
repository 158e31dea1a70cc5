package dev.prospector.benchmark.flush;

import dev.prospector.adapter.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes records to a PostgreSQL of its own, and asks it after each acknowledgement how far its log
 * is flushed. At the end it asks where in the log the commits lie.
 */
public final class WriteToServer {

  private final Store store;
  private final FileOutputStream told;
  private final List<Seen> seen = new ArrayList<>();

  /** How far the log was flushed when a record, written by a transaction, was acknowledged. */
  private record Seen(long transaction, long flushed) {}

  private WriteToServer(Store store, FileOutputStream told) {
    this.store = store;
    this.told = told;
  }

  /**
   * Writes the records and prints what it found.
   *
   * @param args the folder for the server, the file for acknowledgements, and how many times an
   *     intent, a step and a lead are written
   */
  public static void main(String[] args) throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(Path.of(args[0]))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      try (Store store = Store.open(url.substring("jdbc:".length()), Samples.OPTIONS);
          FileOutputStream told = new FileOutputStream(args[1]);
          Connection connection = DriverManager.getConnection(url)) {
        told.write(WriteRecords.OPENED.getBytes(StandardCharsets.US_ASCII));
        WriteToServer writer = new WriteToServer(store, told);
        writer.write(Integer.parseInt(args[2]), connection);
        writer.report(connection);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private void write(int count, Connection connection) throws SQLException, IOException {
    for (int n = 0; n < count; n++) {
      store.journal().intend(Samples.TENANT, Samples.intent(n));
      tell(Acknowledged.Kind.INTENT, n);
      see(connection, "prospector_call", "call", Samples.intent(n).call());
      store.journal().commit(Samples.TENANT, Samples.step(n));
      tell(Acknowledged.Kind.STEP, n);
      see(connection, "prospector_step", "inputs", Samples.step(n).inputs().toString());
      store.leads().save(Samples.TENANT, Samples.saved(n), Samples.dossier(n));
      tell(Acknowledged.Kind.LEAD, n);
      see(connection, "prospector_lead", "lead", Samples.saved(n).id().value());
    }
  }

  private void tell(Acknowledged.Kind kind, int number) throws IOException {
    told.write(new Acknowledged(kind, number).line().getBytes(StandardCharsets.US_ASCII));
  }

  private void see(Connection connection, String table, String column, String key)
      throws SQLException {
    String query =
        "select xmin::text::bigint, pg_current_wal_flush_lsn() - '0/0'::pg_lsn from %s where %s = ?"
            .formatted(table, column);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("an acknowledged row is not there: " + key);
        }
        seen.add(new Seen(row.getLong(1), row.getLong(2)));
      }
    }
  }

  private void report(Connection connection) throws SQLException {
    Map<Long, Long> commits = commits(connection);
    long flushed =
        seen.stream()
            .filter(s -> commits.getOrDefault(s.transaction(), Long.MAX_VALUE) <= s.flushed())
            .count();
    System.out.printf(
        "PostgreSQL %s: fsync=%s synchronous_commit=%s wal_sync_method=%s%n",
        setting(connection, "server_version"),
        setting(connection, "fsync"),
        setting(connection, "synchronous_commit"),
        setting(connection, "wal_sync_method"));
    System.out.printf(
        "%,d of %,d acknowledgements when the log was flushed beyond their commit record%n",
        flushed, seen.size());
    if (flushed < seen.size()) {
      System.exit(1);
    }
  }

  /** Returns where the commit record of each transaction ends. */
  private static Map<Long, Long> commits(Connection connection) throws SQLException {
    Map<Long, Long> commits = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension pg_walinspect");
      try (ResultSet row =
          statement.executeQuery(
              """
              select xid::text::bigint, end_lsn - '0/0'::pg_lsn
              from pg_get_wal_records_info(
                (select redo_lsn from pg_control_checkpoint()), pg_current_wal_flush_lsn())
              where resource_manager = 'Transaction' and record_type like 'COMMIT%'
              """)) {
        while (row.next()) {
          commits.put(row.getLong(1), row.getLong(2));
        }
      }
    }
    return commits;
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
