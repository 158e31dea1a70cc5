package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Tuples;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import org.jdbi.v3.core.statement.Query;

/** Takes leads back from holders that are not heard of any more. */
final class ExpiredLeases {

  private ExpiredLeases() {}

  /**
   * Lets the leads of a run wait again whose holders do not live, and counts these holders. One
   * that a holder writes for at this moment is passed over: it has been heard of.
   */
  static void release(RunGroup group, RunRow run) throws SQLException {
    List<Long> silent = silent(group, run);
    Rows rows =
        group.changes(
            """
            update prospector_run_lead set owner = null, lost = lost + 1
            where tenant = ? and run = ? and position = ?
            """);
    for (long position : silent) {
      rows.add(run.key().tenant(), run.key().run(), position);
      run.waitsFrom(Math.min(run.waiting(), position));
    }
    rows.execute();
  }

  private static List<Long> silent(RunGroup group, RunRow run) {
    SortedSet<String> living = group.living();
    String sql =
        """
        select position from prospector_run_lead where tenant = ? and run = ?
          and status is null and owner is not null and owner not in (%s)
        for update skip locked
        """
            .formatted(Tuples.places(living.size()));
    Query query = group.handle().createQuery(group.dialect().sql(sql));
    query.bind(0, run.key().tenant()).bind(1, run.key().run());
    int i = 2;
    for (String owner : living) {
      query.bind(i++, owner);
    }
    return query.mapTo(Long.class).list();
  }
}
