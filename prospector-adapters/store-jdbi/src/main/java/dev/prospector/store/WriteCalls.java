package dev.prospector.store;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.CallIntent;
import dev.prospector.port.CallOutcome;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.core.type.TypeReference;

/** Keeps external calls: that they are about to be made, and how they ended. */
final class WriteCalls {

  private static final TypeReference<Usage> USAGE = new TypeReference<>() {};

  private final String intend;
  private final String settle;

  /** An intent of a tenant. */
  record Intent(Tenant tenant, CallIntent call) {}

  /** An outcome of a tenant. */
  record Outcome(Tenant tenant, CallOutcome call) {}

  WriteCalls(Dialect dialect) {
    intend =
        dialect.sql(
            """
            insert into prospector_call (tenant, call, run, lead, step, inputs, at_most)
            values (:tenant, :call, :run, :lead, :step, :inputs, cast(:most as json))
            on conflict (tenant, call) do update set run = excluded.run, lead = excluded.lead,
              step = excluded.step, inputs = excluded.inputs, at_most = excluded.at_most,
              ending = null, usage = null
            """);
    settle =
        dialect.sql(
            """
            update prospector_call set ending = :ending, usage = cast(:usage as json)
            where tenant = :tenant and call = :call and ending is null
            """);
  }

  List<Boolean> intend(Handle handle, List<Intent> intents) {
    PreparedBatch batch = handle.prepareBatch(intend);
    for (Intent intent : intents) {
      CallIntent call = intent.call();
      batch
          .bind("tenant", intent.tenant().id())
          .bind("call", call.call())
          .bind("run", call.run())
          .bind("lead", call.lead().value())
          .bind("step", call.step())
          .bind("inputs", call.inputs().toString())
          .bind("most", Json.text(call.atMost()))
          .add();
    }
    return Counts.changed(batch);
  }

  /** Tells for each outcome whether there was an intent without one. */
  List<Boolean> settle(Handle handle, List<Outcome> outcomes) {
    PreparedBatch batch = handle.prepareBatch(settle);
    for (Outcome outcome : outcomes) {
      batch
          .bind("tenant", outcome.tenant().id())
          .bind("call", outcome.call().call())
          .bind("ending", outcome.call().ending().name())
          .bind("usage", Json.text(outcome.call().usage()))
          .add();
    }
    return Counts.changed(batch);
  }

  static List<CallIntent> unsettled(Handle handle, Tenant tenant, String run) {
    return handle
        .createQuery(
            """
            select run, lead, step, inputs, call, at_most from prospector_call
            where tenant = :tenant and run = :run and ending is null order by call
            """)
        .bind("tenant", tenant.id())
        .bind("run", run)
        .map(
            (row, context) ->
                new CallIntent(
                    row.getString("run"),
                    LeadId.of(row.getString("lead")),
                    row.getString("step"),
                    Fingerprint.parse(row.getString("inputs")),
                    row.getString("call"),
                    Json.read(row.getString("at_most"), USAGE, "a call of run " + run)))
        .list();
  }
}
