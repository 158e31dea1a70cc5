package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Dialect;
import dev.prospector.adapter.store.internal.sql.Transaction;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Takes runs of the queue: one process at a time, so that all limits hold over all of them. */
final class TakeRun {

  /** Any number that nobody else locks: "queueing" in ASCII. */
  private static final long LOCK = 0x7175657565696e67L;

  private boolean tookOne;

  /** Locks the queue, before anything else is, if somebody takes from it. */
  static TakeRun lock(Transaction transaction, Dialect dialect, List<RunRequest<?>> requests) {
    boolean takes = requests.stream().anyMatch(RunRequest.Take.class::isInstance);
    if (takes && dialect == Dialect.POSTGRESQL) {
      transaction.handle().execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }
    return new TakeRun();
  }

  /** Of two who take in one transaction the second looks again, as it has not seen the first. */
  Optional<QueueStore.Taken> take(RunGroup group, RunRow run, RunRequest.Take take)
      throws SQLException {
    boolean anew = isNext(group, run, take);
    if (tookOne || !anew && !isLeft(group, run)) {
      return Optional.empty();
    }
    tookOne = true;
    run.heldBy(group.holder());
    if (anew) {
      run.hasItsTurn(QueueRows.nextTurn(group.handle()));
      boolean unused = run.begin(group.now());
      group.tell(run, position -> new RunEvent.RunStarted(position, run.pipeline()));
      group.endIfDone(run);
    }
    return Optional.of(
        new QueueStore.Taken(new Tenant(run.key().tenant()), group.stored(run), anew));
  }

  private static boolean isNext(RunGroup group, RunRow run, RunRequest.Take take) {
    return run.state() == RunState.QUEUED
        && QueueRows.turns(group.handle())
            .next(take.limits(), take.pipelines())
            .filter(next -> next.tenant().id().equals(run.key().tenant()))
            .filter(next -> next.run().value().equals(run.key().run()))
            .isPresent();
  }

  private static boolean isLeft(RunGroup group, RunRow run) {
    String holder = run.holder();
    return run.state() == RunState.RUNNING
        && run.hadItsTurn()
        && (holder == null || !group.living().contains(holder));
  }
}
