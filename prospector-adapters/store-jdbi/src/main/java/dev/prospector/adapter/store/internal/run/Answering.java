package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import java.sql.SQLException;
import java.util.Iterator;

/**
 * What answers the requests of one transaction.
 *
 * @param spent what the budget answers, in the order of the requests to it
 */
record Answering(
    RunGroup group,
    ClaimLeads claims,
    CommitLeads commits,
    TakeRun queue,
    Iterator<BudgetRequest.Answer> spent) {

  RunRequest.Done endIfDone(RunRow run) throws SQLException {
    group.endIfDone(run);
    return RunRequest.Done.DONE;
  }
}
