package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.store.Lease;
import dev.prospector.store.StoredRun;
import dev.prospector.testkit.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How runs pause, end, and are opened again. */
abstract class RunStoreStates extends RunStoreCase {

  @Test
  void theLastLeadThatEndsFinishesARunWhoseInputIsComplete() {
    acceptAll(3);
    List<Lease> leases = store.claim(TENANT, RUN, 3);
    finish(leases.get(2), LeadStatus.FAILED);
    finish(leases.get(0), LeadStatus.SUPPRESSED);
    assertThat(state()).isEqualTo(RunState.RUNNING);
    clock.advance(Duration.ofMinutes(5));
    finish(leases.get(1), LeadStatus.ENRICHED);

    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(run().leads()).isEqualTo(new StoredRun.Leads(3, true, 1, 1, 1));
    assertThat(run().times().ended()).contains(START.plus(Duration.ofMinutes(5)));
    List<RunEvent> events = events();
    RunEvent last = events.get(events.size() - 1);
    assertThat(last)
        .isEqualTo(
            new RunEvent.RunFinished(
                new RunEvent.Position(
                    RUN, events.size(), START.plus(Duration.ofMinutes(5)), TENANT),
                RunState.COMPLETED));
    assertThat(run().lastEvent()).isEqualTo(events.size());
  }

  @Test
  void aRunWhoseLeadsHaveEndedFinishesWhenItsInputIsComplete() {
    accept(1);
    finish(claim(), LeadStatus.ENRICHED);
    assertThat(state()).isEqualTo(RunState.RUNNING);

    store.complete(TENANT, RUN);
    store.complete(TENANT, RUN);

    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story()).containsOnlyOnce("RunFinished").endsWith("RunFinished");
  }

  @Test
  void aRunWithoutLeadsFinishesWhenItsInputIsComplete() {
    store.complete(TENANT, RUN);

    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story()).containsExactly("RunStarted", "RunFinished");
  }

  @Test
  void howeverManyLeadsEndAtOnceTheRunFinishesOnce() throws Exception {
    accept(24);
    List<Lease> leases = store.claim(TENANT, RUN, 24);

    Threads.all(
        8,
        thread -> {
          for (int i = thread; i < 24; i += 8) {
            finish(leases.get(i), i % 3 == 0 ? LeadStatus.FAILED : LeadStatus.ENRICHED);
          }
          if (thread == 0) {
            store.complete(TENANT, RUN);
          }
          return true;
        });

    assertThat(run().leads()).isEqualTo(new StoredRun.Leads(24, true, 16, 8, 0));
    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story()).containsOnlyOnce("RunFinished").endsWith("RunFinished");
  }

  @Test
  void aPausedRunGivesOutNoLeadsUntilItIsResumed() {
    accept(3);
    Lease lease = claim();

    assertThat(store.steer(TENANT, RUN, RunState.PAUSED).state()).isEqualTo(RunState.PAUSED);
    steer(RunState.PAUSED);

    assertThat(claimed(3)).isEmpty();
    assertThat(store.claim(TENANT, RUN, 1L)).isEmpty();
    finish(lease, LeadStatus.ENRICHED);
    assertThat(store.accept(TENANT, RUN, 0, leads(4))).isEqualTo(4);
    steer(RunState.RUNNING);
    steer(RunState.RUNNING);
    assertThat(run().wish()).isEqualTo(RunState.RUNNING);
    assertThat(claimed(5)).containsExactly(1L, 2L, 3L);
    assertThat(story())
        .containsExactly(
            "RunStarted",
            "RunPaused",
            "LeadStarted",
            "StepCompleted",
            "LeadFinished",
            "RunResumed");
  }

  @Test
  void aPausedRunWhoseLastLeadEndsIsCompleted() {
    acceptAll(1);
    Lease lease = claim();
    steer(RunState.PAUSED);

    finish(lease, LeadStatus.ENRICHED);

    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(run().wish()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void aRunThatIsNotWorkedOnEndsAtOnce() {
    for (RunState wish :
        List.of(RunState.STOPPED, RunState.CANCELLED, RunState.TIMED_OUT, RunState.FAILED)) {
      open();
      endsAtOnce(wish);
    }
  }

  private void endsAtOnce(RunState wish) {
    accept(3);

    StoredRun run = store.steer(TENANT, RUN, wish);

    assertThat(run.state()).isEqualTo(wish);
    assertThat(run.wish()).isEqualTo(wish);
    assertThat(run.times().ended()).contains(START);
    assertThat(claimed(3)).isEmpty();
    assertThat(store.claim(TENANT, RUN, 0L)).isEmpty();
    assertThat(story()).containsExactly("RunStarted", "RunFinished");
    assertThat(((RunEvent.RunFinished) events().get((int) run.lastEvent() - 1)).state())
        .isEqualTo(wish);
  }

  @Test
  void aRunOnWhichSomebodyWorksEndsWithTheLastOfThem() {
    for (RunState wish :
        List.of(RunState.STOPPED, RunState.CANCELLED, RunState.TIMED_OUT, RunState.FAILED)) {
      open();
      runOnWhichSomebodyWorksEndsWithTheLastOfThem(wish);
    }
  }

  private void runOnWhichSomebodyWorksEndsWithTheLastOfThem(RunState wish) {
    accept(4);
    List<Lease> leases = store.claim(TENANT, RUN, 2);

    StoredRun run = store.steer(TENANT, RUN, wish);

    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.wish()).isEqualTo(wish);
    assertThat(claimed(4)).isEmpty();
    finish(leases.get(0), LeadStatus.SKIPPED);
    assertThat(state()).isEqualTo(RunState.RUNNING);
    store.release(leases.get(1));
    assertThat(state()).isEqualTo(wish);
    assertThat(run().times().ended()).isPresent();
    assertThat(story()).containsOnlyOnce("RunFinished").endsWith("RunFinished");
  }

  @Test
  void whatWasAskedForIsWhatARunEndsAsEvenIfNothingWasLeftToDo() {
    acceptAll(1);
    Lease lease = claim();
    steer(RunState.STOPPED);

    finish(lease, LeadStatus.ENRICHED);

    assertThat(state()).isEqualTo(RunState.STOPPED);
    steer(RunState.RUNNING);
    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story()).endsWith("RunFinished", "RunResumed", "RunFinished");
  }

  @Test
  void aRunThatEndedBeforeItWasDoneCanGoOn() {
    for (RunState ended : List.of(RunState.STOPPED, RunState.TIMED_OUT, RunState.FAILED)) {
      open();
      runThatEndedBeforeItWasDoneCanGoOn(ended);
    }
  }

  private void runThatEndedBeforeItWasDoneCanGoOn(RunState ended) {
    acceptAll(2);
    finish(claim(), LeadStatus.ENRICHED);
    steer(ended);

    StoredRun run = store.steer(TENANT, RUN, RunState.RUNNING);

    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.wish()).isEqualTo(RunState.RUNNING);
    assertThat(run.times()).isEqualTo(new StoredRun.Times(START, Optional.empty()));
    finish(claim(), LeadStatus.ENRICHED);
    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story())
        .containsExactly(
            "RunStarted",
            "LeadStarted",
            "StepCompleted",
            "LeadFinished",
            "RunFinished",
            "RunResumed",
            "LeadStarted",
            "StepCompleted",
            "LeadFinished",
            "RunFinished");
  }

  @Test
  void aCancelledAndACompletedRunStayAsTheyAre() {
    acceptAll(2);
    finish(claim(), LeadStatus.FAILED);
    steer(RunState.CANCELLED);
    StoredRun cancelled = run();

    for (RunState wish : List.of(RunState.RUNNING, RunState.PAUSED, RunState.STOPPED)) {
      assertThat(store.steer(TENANT, RUN, wish)).isEqualTo(cancelled);
    }
    assertThat(store.retryFailed(TENANT, RUN)).isZero();
    assertThat(run()).isEqualTo(cancelled);
  }

  @Test
  void aCompletedRunIsNotEndedAgain() {
    acceptAll(1);
    finish(claim(), LeadStatus.ENRICHED);
    StoredRun completed = run();

    for (RunState wish : List.of(RunState.RUNNING, RunState.PAUSED, RunState.CANCELLED)) {
      assertThat(store.steer(TENANT, RUN, wish)).isEqualTo(completed);
    }
    assertThat(store.retryFailed(TENANT, RUN)).isZero();
    assertThat(run()).isEqualTo(completed);
  }

  @Test
  void aWishThatIsNotReachedYetCanBeTakenBackButForACancel() {
    accept(2);
    Lease lease = claim();
    steer(RunState.STOPPED);
    steer(RunState.PAUSED);
    assertThat(run().wish()).isEqualTo(RunState.STOPPED);

    assertThat(store.steer(TENANT, RUN, RunState.RUNNING).wish()).isEqualTo(RunState.RUNNING);
    assertThat(claimed(1)).containsExactly(1L);
    assertThat(story()).containsExactly("RunStarted");

    steer(RunState.STOPPED);
    steer(RunState.CANCELLED);
    steer(RunState.STOPPED);
    steer(RunState.TIMED_OUT);
    steer(RunState.RUNNING);
    assertThat(run().wish()).isEqualTo(RunState.CANCELLED);
    assertThat(run().state()).isEqualTo(RunState.RUNNING);
    tell(lease, 1, started(lease));
  }

  @Test
  void aPausedRunCanBeEnded() {
    accept(2);
    Lease lease = claim();
    steer(RunState.PAUSED);
    steer(RunState.STOPPED);

    assertThat(run().wish()).isEqualTo(RunState.STOPPED);
    finish(lease, LeadStatus.ENRICHED);

    assertThat(state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aRunIsNotToldToBeWhatItCanOnlyBecome() {
    for (RunState wish : List.of(RunState.STOPPING, RunState.COMPLETED)) {
      open();
      runIsNotToldToBeWhatItCanOnlyBecome(wish);
    }
  }

  private void runIsNotToldToBeWhatItCanOnlyBecome(RunState wish) {
    assertThatThrownBy(() -> steer(wish)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failedLeadsWaitAgainAndOpenTheRunThatHasEnded() {
    acceptAll(3);
    List<Lease> leases = store.claim(TENANT, RUN, 3);
    finish(leases.get(0), LeadStatus.FAILED);
    finish(leases.get(1), LeadStatus.ENRICHED);
    finish(leases.get(2), LeadStatus.FAILED);

    assertThat(store.retryFailed(TENANT, RUN)).isEqualTo(2);

    assertThat(state()).isEqualTo(RunState.RUNNING);
    assertThat(run().times().ended()).isEmpty();
    assertThat(run().leads()).isEqualTo(new StoredRun.Leads(3, true, 1, 0, 0));
    assertThat(store.unfinished(TENANT, RUN, 0, 5)).containsExactly(0L, 2L);
    assertThat(store.results(TENANT, RUN, 0, 5)).isEmpty();
    List<Lease> again = store.claim(TENANT, RUN, 5);
    assertThat(positions(again)).containsExactly(0L, 2L);
    assertThat(again.get(0).token()).isGreaterThan(leases.get(0).token());
    again.forEach(lease -> finish(lease, LeadStatus.ENRICHED));
    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story()).contains("RunResumed");
    assertThat(store.retryFailed(TENANT, RUN)).isZero();
  }

  @Test
  void failedLeadsWaitAgainWhileTheRunGoesOn() {
    accept(2);
    finish(claim(), LeadStatus.FAILED);

    assertThat(store.retryFailed(TENANT, RUN)).isEqualTo(1);

    assertThat(claimed(5)).containsExactly(0L, 1L);
    assertThat(story()).doesNotContain("RunResumed");
  }
}
