package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import dev.prospector.adapter.store.internal.spending.Reservations;
import dev.prospector.adapter.store.internal.spending.SpendBudget;
import dev.prospector.adapter.store.internal.sql.Asked;
import dev.prospector.adapter.store.internal.sql.GroupCommit;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.adapter.store.internal.sql.Write;
import dev.prospector.adapter.store.internal.webhook.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Changes runs and what is spent. Rows are locked in one order, so that no two processes wait for
 * each other: leads that are held, stored leads and steps, runs, spending, endpoints of webhooks.
 */
public final class ChangeRuns implements Write<Ask<?>, RunRequest.Done> {

  private final CommitLeads.Writers writers;
  private final Reservations reservations;
  private final Clock clock;

  public ChangeRuns(CommitLeads.Writers writers, Reservations reservations, Clock clock) {
    this.writers = writers;
    this.reservations = reservations;
    this.clock = clock;
  }

  /** Returns whether reservations of silent owners could be given back. */
  boolean hasLost(Handle handle, BudgetRequest.TakeBack back) {
    return !reservations.lost(handle, back.tenant(), back.now()).isEmpty();
  }

  /** Asks that a run ends if it is told to and no lead of it has a holder any more. */
  public void endIfTold(GroupCommit writer, RunKey run) {
    var ignored = writer.offer(this, new Ask<>(new RunRequest.Look(run)));
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public List<RunRequest.Done> write(Transaction transaction, List<Ask<?>> asked)
      throws SQLException {
    List<RunRequest<?>> requests = asked.stream().<RunRequest<?>>map(Ask::request).toList();
    Answering answering = begin(transaction, requests);
    for (Ask<?> ask : asked) {
      ask.answer(answering);
    }
    RunGroup group = answering.group();
    List<BudgetRequest.Answer> unused =
        new SpendBudget(transaction, reservations, group.money()).write();
    group.store();
    return Collections.nCopies(asked.size(), RunRequest.Done.DONE);
  }

  /** Locks what is changed, and writes what belongs to leads, steps and spending. */
  private Answering begin(Transaction transaction, List<RunRequest<?>> requests)
      throws SQLException {
    Dialect dialect = writers.dialect();
    Instant now = clock.instant();
    TakeRun queue = TakeRun.lock(transaction, dialect, requests);
    CommitLeads commits = CommitLeads.begin(writers, transaction, requests);
    ErasePlaces erased =
        ErasePlaces.lock(transaction, dialect, RunRequest.only(RunRequest.Remove.class, requests));
    OpenRuns.insertNew(transaction, dialect, RunRequest.only(RunRequest.Open.class, requests), now);
    // What other processes wait for is locked by one message, and given up by the next or the one
    // after it.
    SortedSet<RunKey> keys = RunRequest.runs(requests);
    Asked<List<RunRow>> locked = RunRows.lock(transaction, dialect, keys);
    SpendBudget money = new SpendBudget(transaction, reservations, money(requests, commits));
    Outbox outbox = new Outbox(transaction, dialect, RunKey.tenants(keys));
    RunGroup group = new RunGroup(transaction, writers, now, new RunRows(locked), outbox);
    commits.finish(group, requests);
    erased.erase(group);
    ClaimLeads claims = new ClaimLeads(group, RunRequest.only(RunRequest.ClaimOne.class, requests));
    return new Answering(group, claims, commits, queue, money.write().iterator());
  }

  /** What is asked of the budget comes first, as it is answered. */
  private static List<BudgetRequest> money(List<RunRequest<?>> requests, CommitLeads commits) {
    List<BudgetRequest> money = new ArrayList<>();
    for (RunRequest.Spend spend : RunRequest.only(RunRequest.Spend.class, requests)) {
      money.add(spend.request());
    }
    money.addAll(commits.settlements());
    return money;
  }
}
