package dev.prospector.adapter.store.internal.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the input of a run as it was accepted. */
public final class ReadInput {

  private ReadInput() {}

  /** Returns what stands at the first positions, without what was removed since. */
  public static List<InputRow> beginning(Handle handle, RunKey run, int most) {
    return handle
        .createQuery(
            """
            select position, lead, content, checksum from prospector_run_input
            where tenant = :tenant and run = :run and position < :most and content is not null
            order by position
            """)
        .bind("tenant", run.tenant())
        .bind("run", run.run())
        .bind("most", most)
        .map(
            (row, context) ->
                new InputRow(
                    run,
                    row.getLong("position"),
                    row.getString("lead"),
                    row.getString("content"),
                    row.getLong("checksum")))
        .list();
  }
}
