package dev.prospector.store;

import dev.prospector.budget.Reservation;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.CallIntent;
import dev.prospector.port.CallOutcome;
import dev.prospector.port.Effect;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.core.type.TypeReference;

/** Keeps external calls: that they are about to be made, and how they ended. */
final class WriteCalls {

  private static final TypeReference<Reservation> RESERVATION = new TypeReference<>() {};

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
            insert into prospector_call (tenant, call, run, lead, step, inputs, effect,
              reservation)
            values (:tenant, :call, :run, :lead, :step, :inputs, :effect,
              cast(:reservation as json))
            on conflict (tenant, call) do update set run = excluded.run, lead = excluded.lead,
              step = excluded.step, inputs = excluded.inputs, effect = excluded.effect,
              reservation = excluded.reservation, ending = null, usage = null
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
          .bind("effect", call.effect().name())
          .bind("reservation", Json.text(call.reservation()))
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
            select run, lead, step, inputs, call, effect, reservation from prospector_call
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
                    Effect.valueOf(row.getString("effect")),
                    Json.read(row.getString("reservation"), RESERVATION, "a call of run " + run)))
        .list();
  }
}
