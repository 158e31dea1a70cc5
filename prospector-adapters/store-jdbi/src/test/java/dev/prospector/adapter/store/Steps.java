package dev.prospector.adapter.store;

import dev.prospector.budget.Account;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallIntent;
import dev.prospector.call.CallOutcome;
import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.evidence.Snapshot;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import dev.prospector.store.StepCommit;
import dev.prospector.testkit.Note;
import java.util.List;

/** Small results of steps for tests. */
final class Steps {

  static final Tenant TENANT = new Tenant("one");
  static final LeadId LEAD = LeadId.of("lead-1");

  private Steps() {}

  static StepCommit commit(LeadId lead, String inputs, String text, Snapshot... snapshots) {
    return new StepCommit(
        "run", lead, fingerprint(inputs), Note.entry(text), List.of(snapshots), List.of());
  }

  static StepCommit settling(StepCommit commit, String call) {
    CallOutcome outcome = new CallOutcome(call, CallOutcome.Ending.ANSWERED, new Usage(null, 5, 1));
    return new StepCommit(
        commit.run(),
        commit.lead(),
        commit.inputs(),
        commit.entry(),
        commit.snapshots(),
        List.of(outcome));
  }

  static CallIntent intent(String call) {
    Reservation reservation =
        new Reservation("1", new Account(TENANT, "run"), new Usage(null, 9, 1));
    return new CallIntent("run", LEAD, "step", fingerprint("a"), call, Effect.READ, reservation);
  }

  static Fingerprint fingerprint(String text) {
    return Fingerprint.hasher().add(text).finish();
  }
}
