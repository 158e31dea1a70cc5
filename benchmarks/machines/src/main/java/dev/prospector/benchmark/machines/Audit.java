package dev.prospector.benchmark.machines;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Has the database itself note who writes what for a lead, and under which lease, so that two
 * owners at a time would be seen whatever the programs believe.
 */
final class Audit {

  private static final String INSTALL =
      """
      create table audit (position bigint, number bigint, writer text, token bigint);
      create function audit() returns trigger language plpgsql as $$ begin
        insert into audit
          select new.position, new.number, current_setting('application_name'), l.token
            from prospector_run_lead l
           where l.tenant = new.tenant and l.run = new.run and l.position = new.position;
        return null;
      end $$;
      create trigger audit after insert on prospector_event for each row
        when (new.position is not null) execute function audit();
      """;

  /** Leads of which one lease was used by two processes. */
  private static final String SHARED =
      """
      select count(*) from (select position, token from audit
        group by position, token having count(distinct writer) > 1) shared
      """;

  /** Events that were written under a lease after a later one was in use. */
  private static final String LATE =
      """
      select count(*) from (select token < max(token) over
        (partition by position order by number rows unbounded preceding) as late from audit) a
       where late
      """;

  private static final String TAKEN_OVER =
      """
      select count(*) from (select position from audit
        group by position having count(distinct token) > 1) t
      """;

  private final DataSource source;

  private Audit(DataSource source) {
    this.source = source;
  }

  static Audit install(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(INSTALL);
    }
    return new Audit(source);
  }

  long leasesOfTwoWriters() throws SQLException {
    return count(SHARED);
  }

  long lateEvents() throws SQLException {
    return count(LATE);
  }

  long leadsTakenOver() throws SQLException {
    return count(TAKEN_OVER);
  }

  private long count(String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
