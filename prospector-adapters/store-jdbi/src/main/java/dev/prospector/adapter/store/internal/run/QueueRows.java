package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.event.RunId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueTurns;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads whose turn it is among runs that wait, and which had their turn and lost their holder. */
final class QueueRows {

  private QueueRows() {}

  static QueueTurns turns(Handle handle) {
    List<QueueTurns.Waiting> waiting =
        handle
            .createQuery(
                """
                select tenant, run, pipeline from prospector_run
                where state = 'QUEUED' and ended is null and complete <> 0
                order by queued, tenant, run
                """)
            .map(
                (row, context) ->
                    new QueueTurns.Waiting(
                        new Tenant(row.getString("tenant")),
                        RunId.of(row.getString("run")),
                        row.getString("pipeline")))
            .list();
    return new QueueTurns(waiting, running(handle), lastTurns(handle, waiting));
  }

  private static Map<Tenant, Integer> running(Handle handle) {
    Map<Tenant, Integer> running = new HashMap<>();
    handle
        .createQuery(
            """
            select tenant, count(*) as runs from prospector_run
            where state = 'RUNNING' and ended is null and turn is not null group by tenant
            """)
        .map((row, context) -> Map.entry(row.getString("tenant"), row.getInt("runs")))
        .forEach(one -> running.put(new Tenant(one.getKey()), one.getValue()));
    return running;
  }

  private static Map<Tenant, Long> lastTurns(Handle handle, List<QueueTurns.Waiting> waiting) {
    Map<Tenant, Long> turns = new HashMap<>();
    waiting.stream()
        .map(QueueTurns.Waiting::tenant)
        .distinct()
        .forEach(tenant -> turns.put(tenant, lastTurn(handle, tenant)));
    return turns;
  }

  private static long lastTurn(Handle handle, Tenant tenant) {
    return handle
        .createQuery("select coalesce(max(turn), 0) from prospector_run where tenant = ?")
        .bind(0, tenant.id())
        .mapTo(Long.class)
        .one();
  }

  /** Returns the number of the next turn. */
  static long nextTurn(Handle handle) {
    return handle
        .createQuery("select coalesce(max(turn), 0) + 1 from prospector_run")
        .mapTo(Long.class)
        .one();
  }

  /** Returns a run that had its turn and on which no living holder works. */
  static Optional<RunKey> left(
      Handle handle, Collection<String> living, Collection<String> pipelines) {
    return handle
        .createQuery(
            """
            select tenant, run, pipeline, holder from prospector_run
            where state = 'RUNNING' and ended is null and turn is not null order by turn
            """)
        .map(
            (row, context) ->
                row.getString("holder") != null && living.contains(row.getString("holder"))
                        || !pipelines.contains(row.getString("pipeline"))
                    ? Optional.<RunKey>empty()
                    : Optional.of(new RunKey(row.getString("tenant"), row.getString("run"))))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }
}
