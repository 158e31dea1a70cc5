package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.context.ContextRow;
import dev.prospector.adapter.store.internal.context.Contexts;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Week;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.adapter.store.internal.webhook.Outbox;
import dev.prospector.error.RunException;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Changes runs and what is spent. Rows are locked in one order, so that no two processes wait for
 * each other: leads that are held, stored leads and steps, runs, spending, endpoints of webhooks.
 */
public final class ChangeRuns implements Write<RunRequest, Object> {

  private static final Object DONE = Boolean.TRUE;
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

  private final CommitLeads.Writers writers;
  private final Reservations reservations;
  private final Clock clock;

  public ChangeRuns(CommitLeads.Writers writers, Reservations reservations, Clock clock) {
    this.writers = writers;
    this.reservations = reservations;
    this.clock = clock;
  }

  /** Returns whether reservations of silent owners could be given back. */
  public boolean hasLost(Handle handle, BudgetRequest.TakeBack back) {
    return !reservations.lost(handle, back.tenant(), back.now()).isEmpty();
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public List<Object> write(Transaction transaction, List<RunRequest> requests)
      throws SQLException {
    Instant now = clock.instant();
    TakeRun queue = TakeRun.lock(transaction, writers.dialect(), requests);
    CommitLeads commits = CommitLeads.begin(writers, transaction, requests);
    ErasePlaces erased =
        ErasePlaces.lock(
            transaction, writers.dialect(), RunRequest.only(RunRequest.Remove.class, requests));
    insertNew(transaction, RunRequest.only(RunRequest.Open.class, requests), now);
    // What other processes wait for is locked by one message, and given up by the next or the one
    // after it.
    SortedSet<RunKey> keys = RunRequest.runs(requests);
    Asked<List<RunRow>> locked = RunRows.lock(transaction, writers.dialect(), keys);
    SpendBudget money = new SpendBudget(transaction, reservations, money(requests, commits));
    Outbox outbox = new Outbox(transaction, writers.dialect(), RunKey.tenants(keys));
    RunGroup group = new RunGroup(transaction, writers, now, new RunRows(locked), outbox);
    commits.finish(group, requests);
    erased.erase(group);
    ClaimLeads claims = new ClaimLeads(group, RunRequest.only(RunRequest.ClaimOne.class, requests));
    Iterator<BudgetRequest.Answer> spent = money.write().iterator();
    List<Object> answers = new ArrayList<>();
    for (RunRequest request : requests) {
      answers.add(
          request instanceof BudgetRequest
              ? spent.next()
              : answer(group, new Answering(claims, commits, queue), request));
    }
    List<BudgetRequest.Answer> unused =
        new SpendBudget(transaction, reservations, group.money()).write();
    group.store();
    return answers;
  }

  /** What answers requests of one kind each, in one transaction. */
  private record Answering(ClaimLeads claims, CommitLeads commits, TakeRun queue) {}

  private static Object answer(RunGroup group, Answering by, RunRequest request)
      throws SQLException {
    if (request instanceof RunRequest.Change change) {
      return changed(group, by, change);
    }
    return request instanceof RunRequest.Remove remove
        ? ErasePlaces.remove(group, remove)
        : by.commits().answer((CommitRequest) request);
  }

  /** What is asked of the budget comes first, as it is answered. */
  private static List<BudgetRequest> money(List<RunRequest> requests, CommitLeads commits) {
    List<BudgetRequest> money = new ArrayList<>(RunRequest.only(BudgetRequest.class, requests));
    money.addAll(commits.settlements());
    return money;
  }

  private void insertNew(Transaction transaction, List<RunRequest.Open> opens, Instant now)
      throws SQLException {
    insertContexts(transaction, opens);
    Rows rows = transaction.rows(writers.dialect().sql(OPEN));
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

  private void insertContexts(Transaction transaction, List<RunRequest.Open> opens)
      throws SQLException {
    Rows contents = Contexts.inserts(transaction, writers.dialect());
    for (RunRequest.Open open : opens) {
      open.terms()
          .context()
          .ifPresent(context -> Contexts.add(contents, open.run().tenant(), context));
    }
    contents.execute();
  }

  /** What cannot be done changes nothing. */
  private static Object changed(RunGroup group, Answering by, RunRequest.Change change)
      throws SQLException {
    try {
      RunRow run = group.run(change.run());
      if (change instanceof RunRequest.Take take) {
        return by.queue().take(group, run, take);
      } else if (change instanceof RunRequest.Leave) {
        return TakeRun.leave(group, run);
      } else if (change instanceof RunRequest.Unname unname) {
        return run.unname(unname.person());
      } else if (change instanceof RunRequest.Note note) {
        run.note(note.notes());
        return group.stored(run);
      }
      return change(group, by.claims(), run, change);
    } catch (RunException | IllegalArgumentException e) {
      return new RunRequest.Refusal(e);
    }
  }

  private static Object change(
      RunGroup group, ClaimLeads claims, RunRow run, RunRequest.Change change) throws SQLException {
    if (change instanceof RunRequest.Open open) {
      return open(group, run, open);
    } else if (change instanceof RunRequest.Accept accept) {
      return AcceptLeads.accept(group, run, accept);
    } else if (change instanceof RunRequest.Complete) {
      run.complete();
    } else if (change instanceof RunRequest.Claim claim) {
      List<ClaimLeads.Claimed> taken = claims.next(run, claim.most());
      group.endIfDone(run);
      return taken;
    } else if (change instanceof RunRequest.ClaimOne claim) {
      return claims.one(run, claim.position());
    } else if (change instanceof RunRequest.Steer steer) {
      steer(group, run, steer.wish());
      group.endIfDone(run);
      return group.stored(run);
    } else if (change instanceof RunRequest.Archive archive) {
      run.archive(archive.last());
    } else if (change instanceof RunRequest.RetryFailed) {
      return AcceptLeads.retryFailed(group, run);
    }
    group.endIfDone(run);
    return DONE;
  }

  private static Object open(RunGroup group, RunRow run, RunRequest.Open open) {
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

  private static void steer(RunGroup group, RunRow run, RunState wish) {
    switch (wish) {
      case RUNNING -> {
        if (run.begin(group.now())) {
          group.tell(run, position -> new RunEvent.RunStarted(position, run.pipeline()));
        } else if (run.goOn()) {
          group.tell(run, RunEvent.RunResumed::new);
        }
      }
      case PAUSED -> {
        if (run.pause()) {
          group.tell(run, RunEvent.RunPaused::new);
        }
      }
      case STOPPED, CANCELLED, TIMED_OUT, FAILED -> run.wishEnd(wish);
      default -> throw new IllegalArgumentException("a run cannot be told to be " + wish);
    }
  }
}
