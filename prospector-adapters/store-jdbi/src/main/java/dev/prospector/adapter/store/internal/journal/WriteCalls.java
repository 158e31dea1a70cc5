package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Bound;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Tuples;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.model.LanguageModel;
import dev.prospector.store.AnsweredCall;
import dev.prospector.store.CallAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.core.type.TypeReference;

/** Keeps external calls: that they are about to be made, and how they ended. */
public final class WriteCalls {

  private static final TypeReference<Reservation> RESERVATION = new TypeReference<>() {};

  private static final TypeReference<Usage> USAGE = new TypeReference<>() {};
  private static final TypeReference<LanguageModel.Answer> ANSWER = new TypeReference<>() {};

  /**
   * Forgets the answers that were kept for a lead, but not that there were any. Its places are
   * tenant, run and lead.
   */
  public static final String DROP_ANSWERS =
      """
      update prospector_call set answer = null
      where tenant = ? and run = ? and lead = ? and answer is not null
      """;

  private final String intend;
  private final String settle;
  private final String answer;

  /** An intent of a tenant; its reservation also as JSON. */
  public record Intent(Tenant tenant, CallIntent call, String reservation) {
    public static Intent of(Tenant tenant, CallIntent call) {
      return new Intent(tenant, call, Json.text(call.reservation()));
    }
  }

  /** An outcome of a tenant; its usage also as JSON. */
  public record Outcome(Tenant tenant, CallOutcome call, String usage) {
    public static Outcome of(Tenant tenant, CallOutcome call) {
      return new Outcome(tenant, call, Json.text(call.usage()));
    }
  }

  /** An answer of a tenant, sealed; what it cost also as JSON. */
  public record Answer(Tenant tenant, CallAnswer call, byte[] sealed, String usage) {
    public static Answer of(Tenant tenant, CallAnswer call) {
      byte[] sealed =
          SealedAnswer.seal(question(call.call(), call.question()), Json.text(call.answer()));
      return new Answer(tenant, call, sealed, Json.text(call.answer().usage()));
    }
  }

  /** The same question of another call is another one. */
  private static String question(String call, Fingerprint question) {
    return call + "\n" + question;
  }

  public WriteCalls(Dialect dialect) {
    intend =
        dialect.sql(
            """
            insert into prospector_call (tenant, call, run, lead, step, inputs, effect,
              reservation)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as json))
            on conflict (tenant, call) do update set run = excluded.run, lead = excluded.lead,
              step = excluded.step, inputs = excluded.inputs, effect = excluded.effect,
              reservation = excluded.reservation, ending = null, usage = null, answer = null
            """);
    settle =
        dialect.sql(
            """
            update prospector_call set ending = ?, usage = cast(? as json)
            where tenant = ? and call = ? and ending is null
            """);
    answer =
        dialect.sql(
            """
            update prospector_call set ending = 'ANSWERED', usage = cast(? as json), answer = ?
            where tenant = ? and call = ? and ending is null
            """);
  }

  /** Returns the rows of calls that are about to be made. */
  public Rows intents(Transaction transaction, List<Intent> intents) {
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
    return rows;
  }

  /** Returns the rows of calls that ended; one changes what was intended and has no outcome. */
  public Rows outcomes(Transaction transaction, List<Outcome> outcomes) {
    Rows rows = transaction.changes(settle);
    for (Outcome outcome : outcomes) {
      CallOutcome call = outcome.call();
      rows.add(call.ending().name(), outcome.usage(), outcome.tenant().id(), call.call());
    }
    return rows;
  }

  /** Keeps answers, and with them how their calls ended, unless it is known already. */
  public void answer(Transaction transaction, List<Answer> answers) throws SQLException {
    Rows rows = transaction.rows(answer);
    for (Answer one : answers) {
      rows.add(one.usage(), one.sealed(), one.tenant().id(), one.call().call());
    }
    rows.execute();
  }

  /** Forgets all answers that were kept for a run. */
  public static void dropAnswers(Handle handle, RunKey run) {
    handle
        .createUpdate(
            """
            update prospector_call set answer = null
            where tenant = ? and run = ? and answer is not null
            """)
        .bind(0, run.tenant())
        .bind(1, run.run())
        .execute();
  }

  /** Returns a call that was answered, with its answer if it is there for this question. */
  public static Optional<AnsweredCall> answered(
      Handle handle, Tenant tenant, String call, Fingerprint question) {
    return handle
        .createQuery(
            """
            select usage, answer from prospector_call
            where tenant = ? and call = ? and ending = 'ANSWERED'
            """)
        .bind(0, tenant.id())
        .bind(1, call)
        .map((row, context) -> answered(row, call, question))
        .findOne();
  }

  private static AnsweredCall answered(ResultSet row, String call, Fingerprint question)
      throws SQLException {
    Usage usage = Json.read(row.getString("usage"), USAGE, "call " + call);
    byte[] sealed = row.getBytes("answer");
    return new AnsweredCall(
        new CallOutcome(call, CallOutcome.Ending.ANSWERED, usage),
        Optional.ofNullable(sealed)
            .flatMap(bytes -> SealedAnswer.open(question(call, question), bytes))
            .map(answer -> Json.read(answer, ANSWER, "the answer to call " + call)));
  }

  /** Asks which of a tenant's calls were intended and have no outcome yet. */
  public static Asked<List<String>> open(
      Transaction transaction, Dialect dialect, String tenant, Collection<String> calls)
      throws SQLException {
    String query =
        "select call from prospector_call where tenant = ? and ending is null and "
            + dialect.amongTexts("call");
    return transaction.ask(
        Bound.of(query, tenant, dialect.texts(calls)), row -> row.getString("call"));
  }

  /** Returns the calls of a run with an unknown outcome. */
  public static List<CallIntent> unsettled(Handle handle, RunKey run) {
    return unsettled(handle, run, List.of());
  }

  /** Returns those of some leads, or of all if there are none. */
  public static List<CallIntent> unsettled(Handle handle, RunKey run, List<String> leads) {
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
