package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.ContextRow;
import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Week;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.store.StoredRun;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Begins runs, or finds those that were begun before. */
final class OpenRuns {

  private static final String OPEN =
      """
      insert into prospector_run (tenant, run, serial, pipeline, notes, state, wish, accepted,
        complete, enriched, failed, skipped, started, last_event, waiting, week, archived, terms,
        context, title, person, queued)
      values (?, ?, coalesce((select max(serial) from prospector_run where tenant = ?), 0) + 1, ?,
        cast(? as json), ?, ?, 0, 0, 0, 0, 0, ?, 0, 0, cast(? as date), 0, cast(? as json),
        ?, ?, ?, case when ? = 'QUEUED' then coalesce((select max(queued) from prospector_run), 0) + 1 end)
      on conflict do nothing
      """;

  private OpenRuns() {}

  /** Inserts those that there are not yet, before any run is locked. */
  static void insertNew(
      Transaction transaction, Dialect dialect, List<RunRequest.Open> opens, Instant now)
      throws SQLException {
    insertContexts(transaction, dialect, opens);
    Rows rows = transaction.rows(dialect.sql(OPEN));
    for (RunRequest.Open open : opens) {
      String tenant = open.run().tenant();
      String state = (open.waits() ? RunState.QUEUED : RunState.RUNNING).name();
      rows.add(
          tenant,
          open.run().run(),
          tenant,
          open.pipeline(),
          open.notes(),
          state,
          state,
          now.toString(),
          Week.of(now).toString(),
          open.terms().json(),
          open.terms().context().map(ContextRow::content).orElse(null),
          open.terms().label().title(),
          open.terms().label().person(),
          state);
    }
    rows.execute();
  }

  private static void insertContexts(
      Transaction transaction, Dialect dialect, List<RunRequest.Open> opens) throws SQLException {
    Rows contents = Contexts.inserts(transaction, dialect);
    for (RunRequest.Open open : opens) {
      open.terms()
          .context()
          .ifPresent(context -> Contexts.add(contents, open.run().tenant(), context));
    }
    contents.execute();
  }

  static StoredRun open(RunGroup group, RunRow run, RunRequest.Open open) {
    if (!run.pipeline().equals(open.pipeline())) {
      throw new RunException(
          "run '"
              + run.key().run()
              + "' was begun with pipeline '"
              + run.pipeline()
              + "', not '"
              + open.pipeline()
              + "': choose another id, or the pipeline it was begun with");
    }
    if (run.lastEvent() == 0 && run.state() != RunState.QUEUED) {
      group.tell(run, position -> new RunEvent.RunStarted(position, run.pipeline()));
    }
    return group.stored(run);
  }
}
