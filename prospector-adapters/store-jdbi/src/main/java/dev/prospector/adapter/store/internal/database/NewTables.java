package dev.prospector.adapter.store.internal.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables of which a PostgreSQL server knows nothing yet. It looks at them a minute or more after
 * they were filled; until then all indexes look alike to it, and it keeps plans that read a whole
 * tenant for one row. So it is told to look, each time there is four times as much.
 */
public final class NewTables {

  private static final Logger LOG = LoggerFactory.getLogger(NewTables.class);
  private static final long FIRST = 8;
  private static final long LAST = 8192;
  private static final String UNKNOWN =
      """
      select oid::regclass::text from pg_class
      where relname like 'prospector\\_%' and relnamespace = current_schema()::regnamespace
        and relkind = 'r' and reltuples < 0 and pg_relation_size(oid) > 0
      """;

  private final SortedSet<String> tables = new TreeSet<>();
  private long groups;
  private long next = FIRST;

  /** Has to be called after each commit of the writer. */
  public void committed(Connection connection) throws SQLException {
    groups++;
    if (groups == next) {
      next = next < LAST ? next * 4 : 0;
      look(connection);
      connection.commit();
    }
  }

  private void look(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet unknown = statement.executeQuery(UNKNOWN)) {
        while (unknown.next()) {
          tables.add(unknown.getString(1));
        }
      }
      if (!tables.isEmpty()) {
        LOG.debug("The server looks at new tables: {}", tables);
        // A glance is enough to tell the indexes apart; the server looks closer when it has time.
        statement.execute(
            "set local default_statistics_target to 10; analyze (skip_locked) "
                + String.join(", ", tables));
      }
    }
  }
}
