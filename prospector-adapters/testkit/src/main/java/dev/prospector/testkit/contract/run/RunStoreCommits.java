package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.budget.Account;
import dev.prospector.budget.Budget;
import dev.prospector.budget.Limit;
import dev.prospector.budget.Limits;
import dev.prospector.budget.Reservation;
import dev.prospector.budget.Settlement;
import dev.prospector.budget.Usage;
import dev.prospector.call.CallOutcome;
import dev.prospector.dossier.Dossier;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.LeaseLostException;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.Lead;
import dev.prospector.lead.LeadStage;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.store.StepCommit;
import dev.prospector.store.StoredResult;
import dev.prospector.testkit.Note;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one commit changes, and when it changes nothing. */
abstract class RunStoreCommits extends RunStoreCase {

  @Test
  void aCommitWritesEverythingThatIsInIt() {
    acceptAll(2);
    Lease lease = claim();
    intend(lease, 1, "call-1");
    List<CallOutcome> calls = List.of(outcome("call-1", CallOutcome.Ending.ANSWERED));
    RunCommit commit =
        RunCommit.of(lease, 2, List.of(stepCompleted(lease), finished(lease, LeadStatus.ENRICHED)))
            .completing(step(lease, "found", calls))
            .ending(ending(lease, LeadStatus.ENRICHED, "found"));

    assertThat(kept(store.commit(commit))).containsExactly(step(lease, "found", calls));

    assertThat(store.journal().find(TENANT, inputs(lease))).contains(step(lease, "found", calls));
    assertThat(store.journal().unsettled(TENANT, RUN.value())).isEmpty();
    assertThat(story()).containsExactly("RunStarted", "StepCompleted", "LeadFinished");
    assertThat(text(lease)).isEqualTo("found");
    assertThat(run().leads().enriched()).isEqualTo(1);
    assertThat(run().lastEvent()).isEqualTo(5);
  }

  @Test
  void anIntentIsOpenUntilItsOutcomeIsCommitted() {
    accept(1);
    Lease lease = claim();
    intend(lease, 1, "call-1");
    intend(lease, 2, "call-2");
    assertThat(store.journal().unsettled(TENANT, RUN.value()))
        .containsExactlyInAnyOrder(intent(lease, "call-1"), intent(lease, "call-2"));

    store.commit(
        RunCommit.of(lease, 3, List.of())
            .noting(List.of(outcome("call-1", CallOutcome.Ending.FAILED))));

    assertThat(store.journal().unsettled(TENANT, RUN.value()))
        .containsExactly(intent(lease, "call-2"));
    intend(lease, 4, "call-1");
    intend(lease, 5, "call-1");
    assertThat(store.journal().unsettled(TENANT, RUN.value())).hasSize(2);
  }

  @Test
  void ofTwoStepsUnderOneFingerprintTheFirstStandsForBoth() {
    accept(1);
    Lease lease = claim();
    StepCommit first = step(lease, "first");

    assertThat(kept(store.commit(RunCommit.of(lease, 1, List.of()).completing(first))))
        .containsExactly(first);
    RunCommit second = RunCommit.of(lease, 2, List.of()).completing(step(lease, "second"));
    assertThat(kept(store.commit(second))).containsExactly(first);
    assertThat(store.journal().find(TENANT, inputs(lease))).contains(first);
  }

  @Test
  void lookUpsAreKeptUnderALeaseThatHoldsAndNoOther() {
    accept(1);
    Lease lease = claim();
    LookUp first = lookUp(lease, 0);
    store.commit(RunCommit.of(lease, 1, List.of()).lookingUp(List.of(first)));
    assertThat(store.journal().lookUps(TENANT, lease.lead().id())).containsExactly(first);

    store.release(lease);
    assertThat(claim().known()).isTrue();
    RunCommit late = RunCommit.of(lease, 2, List.of()).lookingUp(List.of(lookUp(lease, 1)));
    assertThatThrownBy(() -> store.commit(late)).isInstanceOf(LeaseLostException.class);
    assertThat(store.journal().lookUps(TENANT, lease.lead().id())).containsExactly(first);
  }

  private static LookUp lookUp(Lease lease, int position) {
    return new LookUp(
        lease.lead().id(),
        inputs(lease),
        position,
        new LookUp.Question(SourceKind.PAGES, "web", "https://a.example/" + position),
        LookUp.Answer.without(LookUp.Outcome.ABSENT, "nothing is there"),
        new LookUp.Made(RUN.value(), START));
  }

  /** A holder that is told that there is nothing does not look. */
  @Test
  void aLeaseTellsWhenTheJournalHoldsSomethingOfTheLead() {
    accept(2);
    Lease lease = claim();
    StepCommit step = step(lease, "found");
    store.commit(RunCommit.of(lease, 1, List.of()).completing(step));
    Fingerprint inputs = Fingerprint.hasher().add("of the next").finish();
    StepCommit ofTheNext =
        new StepCommit("earlier", lead(1).id(), inputs, step.entry(), List.of(), List.of());
    store.journal().commit(TENANT, ofTheNext);

    store.release(lease);

    assertThat(store.claim(TENANT, RUN, 2)).hasSize(2).allMatch(Lease::known);
  }

  /** Somebody who never heard whether it was written makes it again. */
  @Test
  void aCommitThatIsMadeAgainChangesNothingAndIsAnsweredLikeTheFirstTime() {
    acceptAll(1);
    Lease lease = claim();
    RunCommit begun = RunCommit.of(lease, 1, List.of(started(lease)));
    RunCommit middle =
        RunCommit.of(lease, 2, List.of(stepCompleted(lease))).completing(step(lease, "found"));
    RunCommit last =
        RunCommit.of(lease, 3, List.of(finished(lease, LeadStatus.FAILED)))
            .ending(ending(lease, LeadStatus.FAILED, "found"));
    store.commit(begun);
    store.commit(middle);
    List<Object> before = everything(lease);

    assertThat(kept(store.commit(begun))).isEmpty();
    assertThat(kept(store.commit(middle))).containsExactly(step(lease, "found"));
    assertThat(everything(lease)).isEqualTo(before);

    store.commit(last);
    before = everything(lease);
    assertThat(kept(store.commit(last))).isEmpty();
    assertThat(everything(lease)).isEqualTo(before);
    assertThat(story())
        .containsExactly(
            "RunStarted", "LeadStarted", "StepCompleted", "LeadFinished", "RunFinished");
  }

  @Test
  void aLeaseThatWasGivenBackWritesNothing() {
    accept(1);
    Lease lease = claim();
    store.release(lease);
    writesNothing(lease);
    claim();
    writesNothing(lease);
  }

  @Test
  void aLeaseOnALeadThatEndedWritesNothing() {
    accept(2);
    Lease lease = claim();
    finish(lease, LeadStatus.ENRICHED);
    writesNothing(lease);
  }

  @Test
  void aLeaseThatWasNeverGivenWritesNothing() {
    accept(2);
    Lease lease = claim();
    Lease.Unfinished nothing = Lease.Unfinished.NOTHING;
    writesNothing(new Lease(TENANT, RUN, 0, lease.token() + 1, lead(0), nothing, true));
    writesNothing(new Lease(TENANT, RUN, 1, 1, lead(1), nothing, true));
    writesNothing(new Lease(TENANT, RUN, 7, 1, lead(7), nothing, true));
    Lease elsewhere = new Lease(TENANT, RunId.of("no-such-run"), 0, 1, lead(0), nothing, true);
    assertThatThrownBy(() -> tell(elsewhere, 9, started(elsewhere)))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("no-such-run");
    store.release(elsewhere);
  }

  private void writesNothing(Lease lease) {
    List<Object> before = everything(lease);
    RunCommit commit =
        RunCommit.of(lease, 9, List.of(started(lease)))
            .intending(intent(lease, "call-9"))
            .completing(step(lease, "too late"))
            .ending(ending(lease, LeadStatus.ENRICHED, "too late"));

    assertThatThrownBy(() -> store.commit(commit))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("run-1");

    assertThat(everything(lease)).isEqualTo(before);
  }

  @Test
  void anOutdatedEndingWritesNothingAtAll() {
    accept(1);
    Lease lease = claim();
    Lead theirs =
        lease
            .lead()
            .at(LeadStage.ANALYSIS, LeadStatus.QUEUED)
            .at(LeadStage.ANALYSIS, LeadStatus.QUEUED);
    store.leads().save(TENANT, theirs, Dossier.of(List.of(Note.entry("theirs"))));
    List<Object> before = everything(lease);
    RunCommit late =
        RunCommit.of(lease, 1, List.of(finished(lease, LeadStatus.ENRICHED)))
            .intending(intent(lease, "call"))
            .completing(step(lease, "ours"));
    RunCommit.Ending old = ending(lease, LeadStatus.ENRICHED, "ours");

    assertThat(old.lead().version()).isLessThanOrEqualTo(theirs.version());
    assertThat(store.commit(late.ending(old))).isEqualTo(new RunCommit.Outcome.Outdated());
    assertThat(everything(lease)).isEqualTo(before);

    assertThat(kept(store.commit(late.ending(ending(lease, theirs, LeadStatus.ENRICHED, "ours")))))
        .containsExactly(step(lease, "ours"));
    assertThat(text(lease)).isEqualTo("ours");
    assertThat(story()).containsExactly("RunStarted", "LeadFinished");
  }

  @Test
  void anOutcomeWithoutAnIntentIsRefusedAndNothingIsWritten() {
    accept(1);
    Lease lease = claim();
    intend(lease, 1, "call-1");
    List<Object> before = everything(lease);
    RunCommit commit =
        RunCommit.of(lease, 2, List.of(started(lease)))
            .noting(
                List.of(
                    outcome("call-1", CallOutcome.Ending.FAILED),
                    outcome("call-2", CallOutcome.Ending.FAILED)));

    assertThatThrownBy(() -> store.commit(commit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("call-2");
    assertThat(everything(lease)).isEqualTo(before);
  }

  @Test
  void aLeadThatHasNotEndedIsNoEnding() {
    accept(1);
    Lease lease = claim();
    List<Object> before = everything(lease);
    RunCommit commit =
        RunCommit.of(lease, 1, List.of(started(lease)))
            .ending(ending(lease, LeadStatus.ENRICHING, "half"));

    assertThatThrownBy(() -> store.commit(commit)).isInstanceOf(IllegalArgumentException.class);
    assertThat(everything(lease)).isEqualTo(before);
  }

  @Test
  void reservationsAreSettledInTheSameCommitOrNotAtAll() {
    Budget budget = contract().budget(Limits.of(Limit.tokens(Limit.Period.RUN, 100)));
    assertThat(store.settles(budget)).isTrue();
    assertThat(store.settles(Budget.unlimited())).isFalse();
    accept(1);
    Lease lease = claim();
    Account account = new Account(TENANT, RUN.value());
    Reservation first = budget.reserve(account, new Usage(null, 60, 1));
    Reservation second = budget.reserve(account, new Usage(null, 40, 1));
    List<Settlement> settled =
        List.of(new Settlement(first, new Usage(null, 10, 1)), new Settlement(second, Usage.NONE));
    RunCommit commit = RunCommit.of(lease, 1, List.of()).settling(settled);
    RunCommit refused = commit.noting(List.of(outcome("nothing", CallOutcome.Ending.FAILED)));

    assertThatThrownBy(() -> store.commit(refused)).isInstanceOf(IllegalArgumentException.class);
    assertThat(budget.spending(account).reserved().tokens()).isEqualTo(100);
    store.commit(commit);
    store.commit(commit);

    assertThat(budget.spending(account).settled().tokens()).isEqualTo(10);
    assertThat(budget.spending(account).reserved().tokens()).isZero();
    budget.settle(first, new Usage(null, 60, 1));
    assertThat(budget.spending(account).settled().tokens()).isEqualTo(10);
  }

  @Test
  void whatIsWrittenThroughTheJournalAndTheLeadsIsThereForTheRun() {
    accept(1);
    Lease lease = claim();
    store.journal().commit(TENANT, step(lease, "known"));
    store.journal().intend(TENANT, intent(lease, "call"));

    RunCommit commit =
        RunCommit.of(lease, 1, List.of())
            .completing(
                step(lease, "again", List.of(outcome("call", CallOutcome.Ending.ANSWERED))));
    assertThat(kept(store.commit(commit))).containsExactly(step(lease, "known"));
    assertThat(store.journal().unsettled(TENANT, RUN.value())).isEmpty();
  }

  @Test
  void resultsFollowOneAnotherUpToTheFirstLeadThatHasNotEnded() {
    acceptAll(4);
    List<Lease> leases = store.claim(TENANT, RUN, 4);
    finish(leases.get(1), LeadStatus.FAILED);
    assertThat(store.results(TENANT, RUN, 0, 10)).isEmpty();
    finish(leases.get(0), LeadStatus.ENRICHED);
    finish(leases.get(3), LeadStatus.ENRICHED);

    List<StoredResult> results = store.results(TENANT, RUN, 0, 10);

    assertThat(results).extracting(StoredResult::position).containsExactly(0L, 1L);
    StoredResult first = results.get(0);
    assertThat(first.lead().status()).isEqualTo(LeadStatus.ENRICHED);
    assertThat(first.dossier().find(Note.KEY)).contains(new Note("found"));
    assertThat(first.snapshots()).containsExactly(lead(0).supplied().get(0), kept().get(0));
    assertThat(first.steps()).isEqualTo(ending(leases.get(0), LeadStatus.ENRICHED, "x").steps());
    assertThat(results.get(1).steps().get(0).state().name()).isEqualTo("FAILED");
    finish(leases.get(2), LeadStatus.SKIPPED);
    assertThat(store.results(TENANT, RUN, 1, 2))
        .extracting(StoredResult::position)
        .containsExactly(1L, 2L);
    assertThat(store.results(TENANT, RUN, 4, 2)).isEmpty();
  }

  @Test
  void resultsShowLeadsAsTheyAreStoredNowAndPassOverThoseThatWereRemoved() {
    acceptAll(3);
    for (Lease lease : store.claim(TENANT, RUN, 3)) {
      finish(lease, LeadStatus.ENRICHED);
    }
    store.leads().remove(TENANT, lead(0).id());
    Lead second = store.leads().find(TENANT, lead(1).id()).orElseThrow().lead();
    store
        .leads()
        .save(
            TENANT,
            second.at(LeadStage.COMPLETED, LeadStatus.ENRICHED),
            Dossier.of(List.of(Note.entry("corrected"))));

    List<StoredResult> results = store.results(TENANT, RUN, 0, 2);

    assertThat(results).extracting(StoredResult::position).containsExactly(1L, 2L);
    assertThat(results.get(0).dossier().find(Note.KEY)).contains(new Note("corrected"));
  }

  @Test
  void aRunThatIsToldToEndStillWritesWhatIsBeingWorkedOn() {
    acceptAll(2);
    Lease lease = claim();
    steer(RunState.CANCELLED);

    tell(lease, 1, started(lease));

    assertThat(story()).containsExactly("RunStarted", "LeadStarted");
    assertThat(store.open(TENANT, RUN, "pipeline", Map.of()).wish()).isEqualTo(RunState.CANCELLED);
  }
}
