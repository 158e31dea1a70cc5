package dev.prospector.store;

import dev.prospector.budget.Reservation;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.port.CallIntent;
import dev.prospector.port.CallOutcome;
import dev.prospector.port.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.core.type.TypeReference;

/** Keeps external calls: that they are about to be made, and how they ended. */
final class WriteCalls {

  private static final TypeReference<Reservation> RESERVATION = new TypeReference<>() {};

  private final String intend;
  private final String settle;

  /** An intent of a tenant; its reservation also as JSON. */
  record Intent(Tenant tenant, CallIntent call, String reservation) {
    static Intent of(Tenant tenant, CallIntent call) {
      return new Intent(tenant, call, Json.text(call.reservation()));
    }
  }

  /** An outcome of a tenant; its usage also as JSON. */
  record Outcome(Tenant tenant, CallOutcome call, String usage) {
    static Outcome of(Tenant tenant, CallOutcome call) {
      return new Outcome(tenant, call, Json.text(call.usage()));
    }
  }

  WriteCalls(Dialect dialect) {
    intend =
        dialect.sql(
            """
            insert into prospector_call (tenant, call, run, lead, step, inputs, effect,
              reservation)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as json))
            on conflict (tenant, call) do update set run = excluded.run, lead = excluded.lead,
              step = excluded.step, inputs = excluded.inputs, effect = excluded.effect,
              reservation = excluded.reservation, ending = null, usage = null
            """);
    settle =
        dialect.sql(
            """
            update prospector_call set ending = ?, usage = cast(? as json)
            where tenant = ? and call = ? and ending is null
            """);
  }

  List<Boolean> intend(Transaction transaction, List<Intent> intents) throws SQLException {
    Rows rows = transaction.inserts(intend, 2);
    for (Intent intent : intents) {
      CallIntent call = intent.call();
      rows.add(
          intent.tenant().id(),
          call.call(),
          call.run(),
          call.lead().value(),
          call.step(),
          call.inputs().toString(),
          call.effect().name(),
          intent.reservation());
    }
    return rows.changed();
  }

  /** Tells for each outcome whether there was an intent without one. */
  List<Boolean> settle(Transaction transaction, List<Outcome> outcomes) throws SQLException {
    Rows rows = transaction.rows(settle);
    for (Outcome outcome : outcomes) {
      CallOutcome call = outcome.call();
      rows.add(call.ending().name(), outcome.usage(), outcome.tenant().id(), call.call());
    }
    return rows.changed();
  }

  /** Returns those of a tenant's calls that were intended and of which nobody knows the end. */
  static Set<String> open(Handle handle, String tenant, Collection<String> calls) {
    if (calls.isEmpty()) {
      return Set.of();
    }
    Query query =
        handle.createQuery(
            "select call from prospector_call where tenant = ? and call in ("
                + Tuples.places(calls.size())
                + ") and ending is null");
    query.bind(0, tenant);
    int i = 1;
    for (String call : calls) {
      query.bind(i++, call);
    }
    return query.mapTo(String.class).set();
  }

  /** Returns the calls of a run of which nobody knows how they ended. */
  static List<CallIntent> unsettled(Handle handle, RunKey run) {
    return unsettled(handle, run, List.of());
  }

  /** Returns those of some leads, or of all if there are none. */
  static List<CallIntent> unsettled(Handle handle, RunKey run, List<String> leads) {
    String which = leads.isEmpty() ? "" : " and lead in (" + Tuples.places(leads.size()) + ")";
    Query query =
        handle.createQuery(
            "select run, lead, step, inputs, call, effect, reservation from prospector_call"
                + " where tenant = ? and run = ? and ending is null"
                + which
                + " order by call");
    query.bind(0, run.tenant()).bind(1, run.run());
    for (int i = 0; i < leads.size(); i++) {
      query.bind(i + 2, leads.get(i));
    }
    return query.map((row, context) -> intent(row)).list();
  }

  private static CallIntent intent(ResultSet row) throws SQLException {
    String run = row.getString("run");
    return new CallIntent(
        run,
        LeadId.of(row.getString("lead")),
        row.getString("step"),
        Fingerprint.parse(row.getString("inputs")),
        row.getString("call"),
        Effect.valueOf(row.getString("effect")),
        Json.read(row.getString("reservation"), RESERVATION, "a call of run " + run));
  }
}
