package dev.prospector.adapter.store.internal.run;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.journal.CommitSteps;
import dev.prospector.adapter.store.internal.journal.EntryCodec;
import dev.prospector.adapter.store.internal.journal.EventRow;
import dev.prospector.adapter.store.internal.journal.LeadRow;
import dev.prospector.adapter.store.internal.journal.LeadRows;
import dev.prospector.adapter.store.internal.journal.LookUpRows;
import dev.prospector.adapter.store.internal.journal.RunKey;
import dev.prospector.adapter.store.internal.journal.WriteCalls;
import dev.prospector.adapter.store.internal.spending.BudgetRequest;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import dev.prospector.store.RunCommit;
import java.util.List;
import java.util.Optional;

/**
 * A commit under a lease with the values of all its rows, made in the caller's thread.
 *
 * @param lead the ending's lead and dossier
 * @param steps the ending's results of steps as JSON
 * @param executions how often steps were begun as JSON; empty if that is as before
 */
record CommitRequest(
    RunCommit commit,
    RunKey run,
    List<EventRow> events,
    Calls calls,
    Optional<LeadRow> lead,
    String steps,
    Optional<String> executions)
    implements RunRequest.OfRun<RunCommit.Outcome> {

  @Override
  public RunCommit.Outcome answer(Answering by) {
    return by.commits().answer(this);
  }

  /** What is about external calls and their cost, and the steps that they were made for. */
  record Calls(
      LookUpRows.Request lookUps,
      Optional<WriteCalls.Intent> intent,
      List<WriteCalls.Answer> answers,
      List<CommitSteps.Request> steps,
      List<WriteCalls.Outcome> outcomes,
      List<BudgetRequest.Settle> settlements) {

    private static Calls of(Tenant tenant, RunCommit commit, EntryCodec codec) {
      return new Calls(
          LookUpRows.Request.of(tenant, commit.lookUps()),
          commit.intent().map(intent -> WriteCalls.Intent.of(tenant, intent)),
          commit.answers().stream().map(call -> WriteCalls.Answer.of(tenant, call)).toList(),
          commit.steps().stream().map(step -> CommitSteps.Request.of(tenant, step, codec)).toList(),
          commit.calls().stream().map(call -> WriteCalls.Outcome.of(tenant, call)).toList(),
          commit.settlements().stream()
              .map(s -> new BudgetRequest.Settle(s.reservation(), s.real()))
              .toList());
    }
  }

  static CommitRequest of(RunCommit commit, LeadRows leads, EntryCodec codec) {
    commit.ending().ifPresent(CommitRequest::check);
    Tenant tenant = commit.lease().tenant();
    RunKey run = RunKey.of(tenant, commit.lease().run());
    long position = commit.lease().position();
    return new CommitRequest(
        commit,
        run,
        commit.events().stream().map(draft -> EventRow.of(run, position, draft)).toList(),
        Calls.of(tenant, commit, codec),
        commit.ending().map(ending -> leads.row(tenant, ending.lead(), ending.dossier())),
        commit.ending().map(ending -> Json.text(ending.steps())).orElse(""),
        Optional.of(commit.executions()).filter(begun -> !begun.isEmpty()).map(Json::text));
  }

  private static void check(RunCommit.Ending ending) {
    switch (ending.lead().status()) {
      case ENRICHED, FAILED, SKIPPED, SUPPRESSED -> {}
      default ->
          throw new IllegalArgumentException(
              ending.lead() + " has not ended: it is " + ending.lead().status());
    }
  }

  long position() {
    return commit.lease().position();
  }

  long token() {
    return commit.lease().token();
  }

  Optional<LeadStatus> status() {
    return commit.ending().map(ending -> ending.lead().status());
  }

  /** Returns what tells it from all other commits. */
  Name name() {
    return new Name(run, position(), token(), commit.number());
  }

  /** Under which lease, and which of its commits. */
  record Name(RunKey run, long position, long token, long number) {}
}
