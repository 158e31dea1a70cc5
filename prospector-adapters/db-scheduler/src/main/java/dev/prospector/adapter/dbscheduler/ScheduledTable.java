package dev.prospector.adapter.dbscheduler;

import dev.prospector.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Batched writes to db-scheduler's table. db-scheduler itself polls it, sends heartbeats and
 * detects dead executions; what it would write row by row is written here in batches: dispatched
 * work, and how it ended.
 *
 * <p>A row that is dispatched again while it is worked on bears a mark in {@code task_data}, and is
 * not deleted but handed out once more, since the dispatching process may know of something that
 * the worker no longer saw.
 */
final class ScheduledTable {

  static final String NAME = "prospector_scheduled_tasks";
  static final String TASK = "prospector-lead";

  private static final int MOST_TRIES = 5;

  /** An advisory lock of our own: "pr-sched" in ASCII. */
  private static final long LOCK = 0x70722d7363686564L;

  private static final String DISPATCH =
      """
      insert into prospector_scheduled_tasks as t
        (task_name, task_instance, execution_time, picked, version)
      select ?, a.key, ?::timestamptz + a.place * interval '1 microsecond', false, 1
        from unnest(?::text[]) with ordinality as a (key, place)
      on conflict (task_name, task_instance) do update set
        task_data = case when t.picked then '\\x01'::bytea end,
        execution_time =
          case when t.picked then t.execution_time else excluded.execution_time end,
        consecutive_failures = case when t.picked then t.consecutive_failures else 0 end
      where t.picked and t.task_data is null
         or not t.picked and t.execution_time > excluded.execution_time
      """;

  private static final String FORGET =
      """
      delete from prospector_scheduled_tasks t
        using unnest(?::text[], ?::bigint[]) as a (key, version)
       where t.task_name = ? and t.task_instance = a.key and t.version = a.version
         and t.task_data is null
      """;

  private static final String ASK_AGAIN =
      """
      update prospector_scheduled_tasks t set
        picked = false, picked_by = null, last_heartbeat = null, version = t.version + 1,
        task_data = null,
        execution_time = case when t.task_data is null then a.due else ? end,
        consecutive_failures = case when t.task_data is null then a.put_off else 0 end,
        priority = greatest(t.priority, a.priority)
        from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::int[], ?::int2[])
          as a (key, version, due, put_off, priority)
       where t.task_name = ? and t.task_instance = a.key and t.version = a.version
      """;

  /** At the place that they had: what was begun does not wait behind what was not. */
  private static final String TAKE_FROM_THE_DEAD =
      """
      update prospector_scheduled_tasks set
        picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
        task_data = null
       where task_name = ? and task_instance in (
         select task_instance from prospector_scheduled_tasks
          where task_name = ? and picked and last_heartbeat <= ?
            and not task_instance = any (?::text[])
          for update skip locked)
      """;

  /** Bounds the wait for row locks of a process that is frozen in a transaction. */
  private static final String IMPATIENT = "set local idle_in_transaction_session_timeout to '3s';";

  /** Dispatched work must survive a power cut, regardless of how the host set its database. */
  private static final String FLUSHED = IMPATIENT + "set local synchronous_commit to on";

  /** An answer that a power cut takes back is only asked for again. */
  private static final String UNFLUSHED = IMPATIENT + "set local synchronous_commit to off";

  private final DataSource source;

  private ScheduledTable(DataSource source) {
    this.source = source;
  }

  /** What is done with a connection. */
  @FunctionalInterface
  private interface Changes {
    void make(Connection connection) throws SQLException;
  }

  static ScheduledTable open(DataSource source, boolean migrate) {
    ScheduledTable table = new ScheduledTable(source);
    table.inTransaction(
        FLUSHED,
        connection -> {
          check(connection);
          if (migrate) {
            make(connection);
          }
          checkTable(connection, migrate);
        });
    return table;
  }

  private static void check(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    if (!product.equals("PostgreSQL")) {
      throw refused("a data source must lead to PostgreSQL, this one leads to " + product);
    }
  }

  private static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      statement.execute(script());
    }
  }

  private static void checkTable(Connection connection, boolean made) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select to_regclass('" + NAME + "')")) {
      found.next();
      if (found.getString(1) == null && !made) {
        throw refused("there is no table " + NAME + ": apply the script, or let it be made");
      }
    }
  }

  private static ConfigurationException refused(String problem) {
    return new ConfigurationException("db-scheduler", List.of(problem));
  }

  private static String script() {
    try (InputStream in = ScheduledTable.class.getResourceAsStream("0001.sql")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks its script");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what is not there, in this order; what is put off becomes due. */
  void dispatch(List<String> keys, Instant now) {
    inTransaction(
        FLUSHED,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(DISPATCH)) {
            statement.setString(1, TASK);
            statement.setObject(2, now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
          }
        });
  }

  /** Writes what is to become of assignments; those that somebody else has by now stay his. */
  void write(List<Answer> answers, Instant now) {
    List<Answer> forgotten = answers.stream().filter(a -> a.due().isEmpty()).toList();
    inTransaction(
        UNFLUSHED,
        connection -> {
          int deleted = forgotten.isEmpty() ? 0 : forget(connection, forgotten);
          if (deleted < answers.size()) {
            askAgain(connection, answers, now);
          }
        });
  }

  /**
   * Lets what is worked on wait again if its process was not heard of since some time.
   *
   * @param alive what is worked on here all the same
   * @return how much that was
   */
  int takeFromTheDead(Instant heardOf, Collection<String> alive) {
    AtomicInteger taken = new AtomicInteger();
    inTransaction(
        UNFLUSHED,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(TAKE_FROM_THE_DEAD)) {
            statement.setString(1, TASK);
            statement.setString(2, TASK);
            statement.setObject(3, heardOf.atOffset(ZoneOffset.UTC));
            statement.setArray(4, connection.createArrayOf("text", alive.toArray()));
            taken.set(statement.executeUpdate());
          }
        });
    return taken.get();
  }

  private static int forget(Connection connection, List<Answer> answers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, keys(connection, answers));
      statement.setArray(2, versions(connection, answers));
      statement.setString(3, TASK);
      return statement.executeUpdate();
    }
  }

  /** Those that were deleted just now are not found here. */
  private static void askAgain(Connection connection, List<Answer> answers, Instant now)
      throws SQLException {
    Object[] due = answers.stream().map(a -> a.due().orElse(now).toString()).toArray();
    Object[] putOff = answers.stream().map(Answer::putOff).toArray();
    Object[] priorities = answers.stream().map(a -> (short) (a.begun() ? 1 : 0)).toArray();
    try (PreparedStatement statement = connection.prepareStatement(ASK_AGAIN)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setArray(2, keys(connection, answers));
      statement.setArray(3, versions(connection, answers));
      statement.setArray(4, connection.createArrayOf("timestamptz", due));
      statement.setArray(5, connection.createArrayOf("int4", putOff));
      statement.setArray(6, connection.createArrayOf("int2", priorities));
      statement.setString(7, TASK);
      statement.executeUpdate();
    }
  }

  private static java.sql.Array keys(Connection connection, List<Answer> answers)
      throws SQLException {
    return connection.createArrayOf("text", answers.stream().map(Answer::key).toArray());
  }

  private static java.sql.Array versions(Connection connection, List<Answer> answers)
      throws SQLException {
    return connection.createArrayOf("int8", answers.stream().map(Answer::version).toArray());
  }

  private void inTransaction(String commit, Changes changes) {
    for (int tries = 1; ; tries++) {
      try {
        inOneTransaction(commit, changes);
        return;
      } catch (SQLException e) {
        if (tries == MOST_TRIES || !TableFailure.isOfTwoProcesses(e)) {
          throw TableFailure.of(e);
        }
      }
    }
  }

  private void inOneTransaction(String commit, Changes changes) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        try (Statement statement = connection.createStatement()) {
          statement.execute(commit);
        }
        changes.make(connection);
        connection.commit();
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
