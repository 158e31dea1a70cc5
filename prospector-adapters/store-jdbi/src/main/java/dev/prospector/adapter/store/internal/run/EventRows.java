package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.event.RunEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The events of runs as they are stored. */
public final class EventRows {

  private static final String QUERY =
      """
      select number, position, at, type, body, checksum from prospector_event%s
      where tenant = ? and run = ? and week = cast(? as date) and %s order by number\
      """;
  private static final String OF_LEAD = "prospector_event_lead";
  private static final String REWRITE =
      """
      update prospector_event set body = cast(? as json), checksum = ?
      where tenant = ? and run = ? and number = ? and week = cast(? as date)
      """;

  private static final String REMOVE =
      """
      delete from prospector_event
      where tenant = ? and run = ? and week = cast(? as date) and number between ? and ?
      """;

  /** Where the events of a run lie. */
  public record Log(RunKey run, String week) {
    public static Log of(RunRow run) {
      return new Log(run.key(), run.week());
    }
  }

  /** An event under its number. */
  public record Numbered(long number, EventRow row) {}

  /** Events of one run, from one number to another. */
  public record Range(Log log, long from, long to) {}

  private EventRows() {}

  /** Returns events in order; none is passed over. */
  public static List<Numbered> after(
      Handle handle, Dialect dialect, RunRow run, long after, int limit) {
    Log log = Log.of(run);
    Query query = query(handle, dialect, log, "", "number > ?", " limit ?");
    List<Numbered> events = rows(log, query.bind(3, after).bind(4, limit));
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).number() != after + i + 1) {
        throw StoreFailure.damaged("the log of run '" + run.key().run() + "'");
      }
    }
    return events;
  }

  /** Returns the number of the first event that is there, beyond the archived ones if none is. */
  public static long first(Handle handle, Dialect dialect, RunRow run) {
    Query query = query(handle, dialect, Log.of(run), "", "number <= ?", " limit 1");
    return rows(Log.of(run), query.bind(3, run.archived())).stream()
        .mapToLong(Numbered::number)
        .findFirst()
        .orElse(run.archived() + 1);
  }

  /** Removes events. */
  public static List<Boolean> remove(Transaction transaction, Dialect dialect, List<Range> ranges)
      throws SQLException {
    Rows rows = transaction.rows(dialect.sql(REMOVE));
    for (Range range : ranges) {
      RunKey run = range.log().run();
      rows.add(run.tenant(), run.run(), range.log().week(), range.from(), range.to());
    }
    return rows.changed();
  }

  /** Returns events of the lead at one position. */
  public static List<RunEvent> ofLead(
      Handle handle, Dialect dialect, Log log, long position, long from) {
    Query query =
        query(handle, dialect, log, dialect.by(OF_LEAD), "position = ? and number >= ?", "");
    return rows(log, query.bind(3, position).bind(4, from)).stream()
        .map(row -> row.row().event(row.number()))
        .toList();
  }

  /** Empties what was told in words about the lead at one position. */
  public static void eraseReasons(RunGroup group, RunRow run, long position) throws SQLException {
    Query query =
        query(
            group.handle(),
            group.dialect(),
            Log.of(run),
            group.dialect().by(OF_LEAD),
            "position = ? and type in ('step.fell-back', 'step.retried', 'step.skipped',"
                + " 'step.failed', 'lead.finished')",
            "");
    Rows rewritten = group.rows(REWRITE);
    for (Numbered row : rows(Log.of(run), query.bind(3, position))) {
      EventRow erased = row.row().withoutReason();
      rewritten.add(
          erased.body(),
          erased.checksum(),
          run.key().tenant(),
          run.key().run(),
          row.number(),
          run.week());
    }
    rewritten.execute();
  }

  private static Query query(
      Handle handle, Dialect dialect, Log log, String by, String condition, String end) {
    return handle
        .createQuery(dialect.sql(QUERY.formatted(by, condition) + end))
        .bind(0, log.run().tenant())
        .bind(1, log.run().run())
        .bind(2, log.week());
  }

  private static List<Numbered> rows(Log log, Query query) {
    return query.map((row, context) -> numbered(log.run(), row)).list();
  }

  private static Numbered numbered(RunKey run, ResultSet row) throws SQLException {
    long number = row.getLong("position");
    Long position = row.wasNull() ? null : Long.valueOf(number);
    return new Numbered(
        row.getLong("number"),
        new EventRow(
            run,
            position,
            row.getString("at"),
            row.getString("type"),
            row.getString("body"),
            row.getLong("checksum")));
  }
}
