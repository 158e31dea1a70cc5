package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.InputRow;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.QueueLimits;
import dev.prospector.store.QueueStore;
import dev.prospector.store.StoredRun;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is asked of runs, and of the budget: they are changed together, since one transaction locks
 * the rows of both.
 *
 * @param <R> what the caller is told
 */
sealed interface RunRequest<R> permits RunRequest.OfRun, RunRequest.Remove, RunRequest.Spend {

  /** What a caller is told who asked for nothing back. */
  enum Done {
    DONE
  }

  /**
   * Does what is asked. What cannot be done changes nothing.
   *
   * @throws dev.prospector.error.ProspectorException if it is refused
   * @throws IllegalArgumentException if it makes no sense
   */
  R answer(Answering by) throws SQLException;

  /** What concerns one run. */
  sealed interface OfRun<R> extends RunRequest<R> permits CommitRequest, Change {
    RunKey run();
  }

  /** What concerns one run and is no commit under a lease. */
  sealed interface Change<R> extends OfRun<R> {

    R change(Answering by, RunRow row) throws SQLException;

    @Override
    default R answer(Answering by) throws SQLException {
      return change(by, by.group().run(run()));
    }
  }

  /** Begins a run, or has it wait in the queue, or finds it. */
  record Open(RunKey run, String pipeline, String notes, TermsRow terms, boolean waits)
      implements Change<StoredRun> {
    @Override
    public StoredRun change(Answering by, RunRow row) {
      return OpenRuns.open(by.group(), row, this);
    }
  }

  /** Accepts leads, and tells the number accepted so far. */
  record Accept(RunKey run, long from, List<InputRow> leads) implements Change<Long> {
    @Override
    public Long change(Answering by, RunRow row) throws SQLException {
      return AcceptLeads.accept(by.group(), row, this);
    }
  }

  /** Says that the input is complete. */
  record Complete(RunKey run) implements Change<Done> {
    @Override
    public Done change(Answering by, RunRow row) throws SQLException {
      row.complete();
      return by.endIfDone(row);
    }
  }

  /** Takes some leads. */
  record Claim(RunKey run, int most) implements Change<List<ClaimLeads.Claimed>> {
    @Override
    public List<ClaimLeads.Claimed> change(Answering by, RunRow row) throws SQLException {
      List<ClaimLeads.Claimed> taken = by.claims().next(row, most);
      by.group().endIfDone(row);
      return taken;
    }
  }

  /** Takes one lead, and tells of it or of nothing. */
  record ClaimOne(RunKey run, long position) implements Change<List<ClaimLeads.Claimed>> {
    @Override
    public List<ClaimLeads.Claimed> change(Answering by, RunRow row) throws SQLException {
      return by.claims().one(row, position);
    }
  }

  /** Gives a lead back, which was done when the commits were written; the run may end with it. */
  record Release(RunKey run, long position, long token) implements Change<Done> {
    @Override
    public Done change(Answering by, RunRow row) throws SQLException {
      return by.endIfDone(row);
    }
  }

  /** Asks for a state. */
  record Steer(RunKey run, RunState wish) implements Change<StoredRun> {
    @Override
    public StoredRun change(Answering by, RunRow row) throws SQLException {
      by.group().steer(row, wish);
      by.group().endIfDone(row);
      return by.group().stored(row);
    }
  }

  /** Lets failed leads wait again, and tells their number. */
  record RetryFailed(RunKey run) implements Change<Long> {
    @Override
    public Long change(Answering by, RunRow row) throws SQLException {
      return AcceptLeads.retryFailed(by.group(), row);
    }
  }

  /** Ends the run if no lead of it has a holder any more and it is told to end. */
  record Look(RunKey run) implements Change<Done> {
    @Override
    public Done change(Answering by, RunRow row) throws SQLException {
      return by.endIfDone(row);
    }
  }

  /** Takes a run of the queue to be worked on, if it is its turn or its holder has gone. */
  record Take(RunKey run, QueueLimits limits, Set<String> pipelines)
      implements Change<Optional<QueueStore.Taken>> {
    @Override
    public Optional<QueueStore.Taken> change(Answering by, RunRow row) throws SQLException {
      return by.queue().take(by.group(), row, this);
    }
  }

  /** Leaves a run of the queue, if this store object works on it, to others. */
  record Leave(RunKey run) implements Change<Done> {
    @Override
    public Done change(Answering by, RunRow row) {
      if (by.group().isOurs(row.holder())) {
        row.heldBy(null);
      }
      return Done.DONE;
    }
  }

  /** Erases who began a run, and tells whether it was this person. */
  record Unname(RunKey run, String person) implements Change<Boolean> {
    @Override
    public Boolean change(Answering by, RunRow row) {
      return row.unname(person);
    }
  }

  /** Keeps other notes with a run. */
  record Note(RunKey run, String notes) implements Change<StoredRun> {
    @Override
    public StoredRun change(Answering by, RunRow row) {
      row.note(notes);
      return by.group().stored(row);
    }
  }

  /** Says that all events of an ended run up to its last one are in an archive. */
  record Archive(RunKey run, long last) implements Change<Done> {
    @Override
    public Done change(Answering by, RunRow row) throws SQLException {
      row.archive(last);
      return by.endIfDone(row);
    }
  }

  /**
   * Removes a lead from the stored leads and from runs, and tells whether it was stored.
   *
   * @param runs those that accepted it when it was asked
   */
  record Remove(Tenant tenant, LeadId lead, List<RunKey> runs) implements RunRequest<Boolean> {
    @Override
    public Boolean answer(Answering by) {
      return ErasePlaces.remove(by.group(), this);
    }
  }

  /** Asks the budget. */
  record Spend(BudgetRequest request) implements RunRequest<BudgetRequest.Answer> {
    @Override
    public BudgetRequest.Answer answer(Answering by) {
      return by.spent().next();
    }
  }

  /** Returns every run that is to be locked. */
  static SortedSet<RunKey> runs(List<? extends RunRequest<?>> requests) {
    SortedSet<RunKey> keys = new TreeSet<>();
    for (RunRequest<?> request : requests) {
      if (request instanceof OfRun<?> one) {
        keys.add(one.run());
      } else if (request instanceof Remove remove) {
        keys.addAll(remove.runs());
      }
    }
    return keys;
  }

  /** Returns the requests of one kind, in order. */
  static <T> List<T> only(Class<T> kind, List<? extends RunRequest<?>> requests) {
    return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
