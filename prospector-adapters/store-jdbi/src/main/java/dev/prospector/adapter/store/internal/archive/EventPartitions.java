package dev.prospector.adapter.store.internal.archive;

import dev.prospector.adapter.store.internal.database.Schema;
import dev.prospector.adapter.store.internal.sql.Week;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The partitions of the event log on PostgreSQL, one for each week in which runs begin. What has
 * none of its own lies in {@code prospector_event_other}.
 */
public final class EventPartitions {

  private static final int WEEKS_AHEAD = 4;
  private static final String PREFIX = "prospector_event_";
  private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

  private EventPartitions() {}

  /** Makes those of this week and the next ones, by one process at a time; in a transaction. */
  public static void makeAhead(Handle handle, Instant now) {
    LocalDate first = Week.of(now);
    if (weeks(handle).contains(first.plusWeeks(WEEKS_AHEAD))) {
      return;
    }
    waitBriefly(handle);
    Schema.lock(handle);
    List<LocalDate> there = weeks(handle);
    for (int i = 0; i <= WEEKS_AHEAD; i++) {
      LocalDate week = first.plusWeeks(i);
      if (!there.contains(week) && !isInOther(handle, week)) {
        make(handle, week);
      }
    }
  }

  /** Attached rather than created in place, which would lock out readers and writers. */
  private static void make(Handle handle, LocalDate week) {
    String name = PREFIX + week.format(NAME);
    handle.execute("create table " + name + " (like prospector_event including defaults)");
    handle.execute(
        "alter table prospector_event attach partition %s for values from ('%s') to ('%s')"
            .formatted(name, week, week.plusWeeks(1)));
  }

  /** Nothing may lie elsewhere that belongs into a new partition. */
  private static boolean isInOther(Handle handle, LocalDate week) {
    return handle
        .createQuery("select 1 from prospector_event_other where week = cast(? as date) limit 1")
        .bind(0, week.toString())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** Returns the weeks that have a partition. */
  public static List<LocalDate> weeks(Handle handle) {
    return handle
        .createQuery(
            """
            select c.relname from pg_catalog.pg_inherits i
            join pg_catalog.pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass('prospector_event')
              and c.relname ~ '^prospector_event_[0-9]{8}$' order by c.relname
            """)
        .mapTo(String.class)
        .map(name -> LocalDate.parse(name.substring(PREFIX.length()), NAME))
        .list();
  }

  /**
   * Drops a partition if all that is in it is in an archive; in a transaction. Readers and writers
   * of events wait meanwhile, so that nothing can come into it.
   */
  public static void dropArchived(Handle handle, LocalDate week) {
    waitBriefly(handle);
    handle.execute("lock table prospector_event in access exclusive mode");
    boolean needed =
        handle
            .createQuery(
                """
                select 1 from prospector_run where week = cast(? as date)
                  and archived < last_event limit 1
                """)
            .bind(0, week.toString())
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (!needed) {
      handle.execute("drop table if exists " + PREFIX + week.format(NAME));
    }
  }

  /** Rather not now than a queue of others behind a lock that is waited for. */
  private static void waitBriefly(Handle handle) {
    handle.execute("set local lock_timeout = '3s'");
  }
}
