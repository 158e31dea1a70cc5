package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.InputRow;
import dev.prospector.adapter.store.internal.sql.Rows;
import dev.prospector.error.RunException;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import java.sql.SQLException;
import java.util.List;

/** Lets leads of a run wait for their turn: for the first time, or once more. */
final class AcceptLeads {

  private AcceptLeads() {}

  /** Returns the number accepted so far; what was accepted before is passed over. */
  static long accept(RunGroup group, RunRow run, RunRequest.Accept accept) throws SQLException {
    long known = run.leads().accepted();
    if (accept.from() < 0 || accept.from() > known) {
      throw new IllegalArgumentException(
          "run '"
              + run.key().run()
              + "' accepted "
              + known
              + " leads: "
              + accept.from()
              + " cannot be the next");
    }
    int passed = (int) Math.min(accept.leads().size(), known - accept.from());
    List<InputRow> fresh = accept.leads().subList(passed, accept.leads().size());
    if (!fresh.isEmpty() && run.leads().complete()) {
      throw new RunException(
          "the input of run '"
              + run.key().run()
              + "' is complete with "
              + known
              + " leads: start another run");
    }
    insert(group, fresh);
    fresh.forEach(lead -> group.append(run, accepted(group, lead)));
    run.accepted(fresh.size());
    return run.leads().accepted();
  }

  private static EventRow accepted(RunGroup group, InputRow lead) {
    LeadId id = LeadId.of(lead.lead());
    EventDraft draft =
        new EventDraft(group.now(), p -> new RunEvent.LeadAccepted(p, id, lead.position()));
    return EventRow.of(lead.run(), lead.position(), draft);
  }

  private static void insert(RunGroup group, List<InputRow> leads) throws SQLException {
    Rows inputs =
        group.inserts(
            """
            insert into prospector_run_input (tenant, run, position, lead, content, checksum)
            values (?, ?, ?, ?, cast(? as json), ?)
            """,
            3);
    Rows places =
        group.inserts(
            """
            insert into prospector_run_lead (tenant, run, position, token, commits)
            values (?, ?, ?, 0, 0)
            """,
            3);
    for (InputRow lead : leads) {
      String tenant = lead.run().tenant();
      String run = lead.run().run();
      inputs.add(tenant, run, lead.position(), lead.lead(), lead.content(), lead.checksum());
      places.add(tenant, run, lead.position());
    }
    inputs.execute();
    places.execute();
  }

  /** Lets the failed leads wait again, and returns how many there are. */
  static long retryFailed(RunGroup group, RunRow run) throws SQLException {
    long failed = run.leads().failed();
    if (run.isCancelled() || failed == 0) {
      return 0;
    }
    group
        .handle()
        .createUpdate(
            """
            update prospector_run_lead set status = null, steps = null, owner = null
            where tenant = :tenant and run = :run and status = 'FAILED'
            """)
        .bind("tenant", run.key().tenant())
        .bind("run", run.key().run())
        .execute();
    run.waitsFrom(0);
    run.noneFailed();
    if (run.goOnIfEnded()) {
      group.tell(run, RunEvent.RunResumed::new);
      group.endIfDone(run);
    }
    return failed;
  }
}
