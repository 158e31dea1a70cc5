package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.WriteCalls;
import dev.prospector.adapter.store.internal.process.Owner;
import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.webhook.Outbox;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.store.StoredRun;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happens to runs in one transaction; of no use after it. */
final class RunGroup {

  private static final String EVENTS =
      """
      insert into prospector_event (tenant, run, number, position, at, type, body, checksum, week)
      values (?, ?, ?, cast(? as bigint), ?, ?, cast(? as json), ?, cast(? as date))
      """;

  private final Transaction transaction;
  private final Dialect dialect;
  private final Owner owner;
  private final Contexts contexts;
  private final Instant now;
  private final RunRows runs;
  private final Rows events;
  private final Outbox outbox;
  private final List<BudgetRequest> money = new ArrayList<>();
  private @Nullable SortedSet<String> living;

  RunGroup(
      Transaction transaction,
      CommitLeads.Writers writers,
      Instant now,
      RunRows runs,
      Outbox outbox) {
    this.transaction = transaction;
    this.dialect = writers.dialect();
    this.owner = writers.owner();
    this.contexts = writers.contexts();
    this.now = now;
    this.runs = runs;
    this.events = transaction.inserts(dialect.sql(EVENTS), 3);
    this.outbox = outbox;
  }

  Handle handle() {
    return transaction.handle();
  }

  /** Returns rows for one statement, which is written for PostgreSQL. */
  Rows rows(String statement) {
    return transaction.rows(dialect.sql(statement));
  }

  /** Returns rows that change what is there by a statement which is written for PostgreSQL. */
  Rows changes(String statement) {
    return transaction.changes(dialect.sql(statement));
  }

  /** Returns rows for an insert, of which the first places are the key. */
  Rows inserts(String statement, int key) {
    return transaction.inserts(dialect.sql(statement), key);
  }

  /** Returns what a query gives that is written for PostgreSQL. */
  <R> List<R> query(String statement, Transaction.Row<R> row, @Nullable Object... values)
      throws SQLException {
    return transaction.query(dialect.sql(statement), row, values);
  }

  Dialect dialect() {
    return dialect;
  }

  /** Returns a run as a caller is told of it. */
  StoredRun stored(RunRow run) {
    return run.stored(contexts, handle());
  }

  Outbox outbox() {
    return outbox;
  }

  RunRow run(RunKey key) {
    return runs.get(key);
  }

  Instant now() {
    return now;
  }

  /** Returns this owner, in whose name something is given out now. */
  String holder() {
    owner.holdsMore(transaction, now);
    return owner.id();
  }

  /** Returns whether a holder is this store object. */
  boolean isOurs(@Nullable String holder) {
    return owner.id().equals(holder);
  }

  /** Returns the owners that live. */
  SortedSet<String> living() {
    if (living == null) {
      living = owner.living(handle(), now);
    }
    return living;
  }

  /** Appends an event of a run, and returns its number. */
  long append(RunRow run, EventRow event) {
    long number = run.nextEvent();
    events.add(
        run.key().tenant(),
        run.key().run(),
        number,
        event.position(),
        event.at(),
        event.type(),
        event.body(),
        event.checksum(),
        run.week());
    outbox.add(number, event);
    return number;
  }

  void tell(RunRow run, EventDraft.Unnumbered event) {
    append(run, EventRow.of(run.key(), null, new EventDraft(now, event)));
  }

  /** What is to be settled once all runs have changed. */
  List<BudgetRequest> money() {
    return money;
  }

  /** Asks a run for a state. */
  void steer(RunRow run, RunState wish) {
    switch (wish) {
      case RUNNING -> {
        if (run.begin(now)) {
          tell(run, position -> new RunEvent.RunStarted(position, run.pipeline()));
        } else if (run.goOn()) {
          tell(run, RunEvent.RunResumed::new);
        }
      }
      case PAUSED -> {
        if (run.pause()) {
          tell(run, RunEvent.RunPaused::new);
        }
      }
      case STOPPED, CANCELLED, TIMED_OUT, FAILED -> run.wishEnd(wish);
      default -> throw new IllegalArgumentException("a run cannot be told to be " + wish);
    }
  }

  /** Ends a run if it is complete or told to end, and no lead has a holder any more. */
  void endIfDone(RunRow run) throws SQLException {
    Optional<RunState> end = run.nextEnd();
    if (end.isEmpty() || !run.leads().allEnded() && isWorkedOn(run)) {
      return;
    }
    run.end(end.get(), now);
    tell(run, position -> new RunEvent.RunFinished(position, end.get()));
    if (end.get() == RunState.CANCELLED) {
      settleOpenCalls(run);
      WriteCalls.dropAnswers(handle(), run.key());
    }
  }

  private boolean isWorkedOn(RunRow run) throws SQLException {
    ExpiredLeases.release(this, run);
    return handle()
        .createQuery(
            """
            select 1 from prospector_run_lead where tenant = :tenant and run = :run
              and status is null and owner is not null limit 1
            """)
        .bind("tenant", run.key().tenant())
        .bind("run", run.key().run())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** Their outcome is not asked for any more: they are settled at their upper bound. */
  private void settleOpenCalls(RunRow run) throws SQLException {
    Rows unknown =
        rows(
            """
            update prospector_call set ending = 'OUTCOME_UNKNOWN', usage = cast(? as json)
            where tenant = ? and call = ?
            """);
    for (CallIntent call : WriteCalls.unsettled(handle(), run.key())) {
      Usage atMost = call.reservation().atMost();
      unknown.add(Json.text(atMost), run.key().tenant(), call.call());
      money.add(new BudgetRequest.Settle(call.reservation(), atMost));
    }
    unknown.execute();
  }

  /** Writes what is not written yet. */
  void store() throws SQLException {
    events.execute();
    outbox.store();
    runs.store(transaction, dialect);
  }
}
