package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import dev.prospector.adapter.store.internal.spending.BudgetWriter;
import dev.prospector.adapter.store.internal.sql.Access;

/** Asks for changes of runs and of what is spent, and waits until they are durable. */
public final class RunWriter implements BudgetWriter {

  private final Access access;
  private final ChangeRuns changes;

  public RunWriter(Access access, ChangeRuns changes) {
    this.access = access;
    this.changes = changes;
  }

  /** Returns what the caller is told, or throws what refused the request. */
  <R> R ask(RunRequest<R> request) {
    Ask<R> ask = new Ask<>(request);
    access.write(changes, ask);
    return ask.told();
  }

  /** Gives a lead back, unless it is given back already. */
  void release(RunRequest.Release release) {
    access.write(changes, new Ask<>(release));
  }

  /** Says that all events of an ended run up to its last one are in an archive. */
  public void archived(RunKey run, long last) {
    ask(new RunRequest.Archive(run, last));
  }

  @Override
  public BudgetRequest.Answer spend(BudgetRequest request) {
    return ask(new RunRequest.Spend(request));
  }

  @Override
  public boolean hasLost(BudgetRequest.TakeBack back) {
    return access.read(handle -> changes.hasLost(handle, back));
  }
}
