package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.prospector.error.LeaseLostException;
import dev.prospector.error.RunException;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadStatus;
import dev.prospector.store.Lease;
import dev.prospector.store.LostHolders;
import dev.prospector.store.RunCommit;
import dev.prospector.store.RunStore;
import dev.prospector.testkit.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tenants do not see each other; several processes do, and a lost lease writes nothing. */
abstract class RunStoreSharing extends RunStoreCase {

  @Test
  void aTenantSeesNothingOfAnotherOnesRun() {
    acceptAll(3);
    List<Lease> leases = store.claim(TENANT, RUN, 2);
    finish(leases.get(0), LeadStatus.FAILED);
    intend(leases.get(1), 1, "call");

    assertThat(store.find(OTHER, RUN)).isEmpty();
    assertThat(store.list(OTHER, Optional.empty(), 10)).isEmpty();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store.list(OTHER, Optional.of(RUN), 10),
            () -> store.accept(OTHER, RUN, 0, leads(1)),
            () -> store.complete(OTHER, RUN),
            () -> store.claim(OTHER, RUN, 1),
            () -> store.claim(OTHER, RUN, 2L),
            () -> store.releaseAllBut(OTHER, RUN, List.of()),
            () -> store.steer(OTHER, RUN, RunState.CANCELLED),
            () -> store.retryFailed(OTHER, RUN),
            () -> store.events(OTHER, RUN, 0, 10),
            () -> store.unfinished(OTHER, RUN, 0, 10),
            () -> store.results(OTHER, RUN, 0, 10))) {
      assertThatThrownBy(call).isInstanceOf(RunException.class).hasMessageContaining("run-1");
    }
    assertThat(store.journal().find(OTHER, inputs(leases.get(0)))).isEmpty();
    assertThat(store.journal().unsettled(OTHER, RUN.value())).isEmpty();
    assertThat(store.leads().list(OTHER, "", 10)).isEmpty();
  }

  @Test
  void twoTenantsHaveRunsOfOneNameThatDoNotTouch() {
    store.open(OTHER, RUN, "another pipeline", Map.of());
    store.accept(OTHER, RUN, 0, leads(2));
    acceptAll(1);
    Lease ours = claim();
    Lease theirs = store.claim(OTHER, RUN, 1).get(0);
    List<Object> before = everything(theirs);

    finish(ours, LeadStatus.FAILED);
    store.retryFailed(TENANT, RUN);
    intend(theirs, 1, "call");

    assertThat(store.journal().unsettled(TENANT, RUN.value())).isEmpty();
    store.journal().forget(OTHER, lead(0).id());
    assertThat(everything(theirs)).isEqualTo(before);
    assertThat(store.list(OTHER, Optional.empty(), 10)).hasSize(1);
    assertThat(store.find(OTHER, RUN).orElseThrow().pipeline()).isEqualTo("another pipeline");
    assertThat(story()).endsWith("RunFinished", "RunResumed");
  }

  @Test
  void aLeaseInAnotherTenantsNameWritesNothingAndGivesNothingBack() {
    accept(1);
    Lease ours = claim();
    Lease forged = new Lease(OTHER, RUN, 0, ours.token(), ours.lead(), ours.before(), ours.known());

    assertThatThrownBy(() -> tell(forged, 1, started(forged)))
        .isInstanceOf(LeaseLostException.class);
    store.release(forged);

    assertThat(claimed(1)).isEmpty();
    assertThat(story()).containsExactly("RunStarted");
  }

  // ---- several processes

  private RunStore another() {
    Optional<RunStore> another = contract().another();
    assumeTrue(another.isPresent(), "one process at a time");
    return another.get();
  }

  @Test
  void severalProcessesShareOneRunAndHoldNoLeadTwice() throws Exception {
    RunStore other = another();
    acceptAll(60);

    List<List<Long>> taken =
        Threads.all(
            6,
            thread -> {
              RunStore mine = thread % 2 == 0 ? store : other;
              List<Long> positions = new ArrayList<>();
              List<Lease> leases = mine.claim(TENANT, RUN, 3);
              while (!leases.isEmpty()) {
                for (Lease lease : leases) {
                  positions.add(lease.position());
                  mine.commit(RunCommit.of(lease, 1, List.of(started(lease))));
                  mine.commit(
                      RunCommit.of(lease, 2, List.of(finished(lease, LeadStatus.ENRICHED)))
                          .ending(ending(lease, LeadStatus.ENRICHED, "by " + thread)));
                }
                leases = mine.claim(TENANT, RUN, 3);
              }
              return positions;
            });

    assertThat(taken.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(LongStream.range(0, 60).boxed().toList());
    assertThat(other.find(TENANT, RUN)).isEqualTo(store.find(TENANT, RUN));
    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(events().stream().map(e -> e.position().number()).toList())
        .isEqualTo(LongStream.rangeClosed(1, 182).boxed().toList());
    assertThat(other.events(TENANT, RUN, 0, 1000)).isEqualTo(events());
  }

  @Test
  void whatOneProcessAsksForAnotherOneSees() {
    RunStore other = another();
    accept(2);
    Lease lease = claim();

    other.steer(TENANT, RUN, RunState.STOPPED);
    assertThat(run().wish()).isEqualTo(RunState.STOPPED);
    finish(lease, LeadStatus.ENRICHED);

    assertThat(other.find(TENANT, RUN).orElseThrow().state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aLeadWhoseHolderLivesIsNotTakenOver() {
    RunStore other = another();
    accept(1);
    claim();

    assertThat(other.claim(TENANT, RUN, 1)).isEmpty();
    assertThat(other.claim(TENANT, RUN, 0L)).isEmpty();
  }

  @Test
  void ofWhatWasClaimedUnheardEverybodyGivesBackHisOwn() {
    RunStore other = another();
    accept(2);
    Lease ours = claim();
    other.claim(TENANT, RUN, 1);

    other.releaseAllBut(TENANT, RUN, List.of());

    assertThat(claimed(5)).containsExactly(1L);
    tell(ours, 1, started(ours));
  }

  @Test
  void whoTakesOverASilentHoldersLeadGoesOnWhereItStopped() {
    RunStore other = another();
    accept(2);
    Lease lost = claim();
    tell(lost, 1, started(lost), stepStarted(lost, "note"));
    intend(lost, 2, "call");

    contract().lapse(clock);
    Lease taken = other.claim(TENANT, RUN, 1).get(0);

    assertThat(taken.position()).isZero();
    assertThat(taken.token()).isGreaterThan(lost.token());
    assertThat(names(taken.before().events())).containsExactly("LeadStarted", "StepStarted");
    assertThat(taken.before().openCalls()).containsExactly(intent(lost, "call"));
    assertThat(other.claim(TENANT, RUN, 5)).extracting(Lease::position).containsExactly(1L);
  }

  @Test
  void aHolderThatFellSilentIsCountedWithTheStepsThatItBeganUntilTheLeadIsGivenBack() {
    RunStore other = another();
    accept(3);
    Lease first = claim();
    claim();
    tell(first, 1, started(first));
    store.commit(RunCommit.of(first, 2, List.of()).executing(Map.of("note", 2, "other", 1)));
    tell(first, 3, stepStarted(first, "note"));

    contract().lapse(clock);
    Lease taken = other.claim(TENANT, RUN, 0L).orElseThrow();

    assertThat(taken.before().lost()).isEqualTo(new LostHolders(1, Map.of("note", 2, "other", 1)));
    assertThat(other.claim(TENANT, RUN, 2))
        .extracting(lease -> lease.before().lost())
        .containsExactly(new LostHolders(1, Map.of()), LostHolders.NONE);
    other.release(taken);
    assertThat(other.claim(TENANT, RUN, 1).get(0).before().lost()).isEqualTo(LostHolders.NONE);
  }

  @Test
  void aHolderThatFellSilentIsForgottenWhenTheLeadHasEnded() {
    RunStore other = another();
    acceptAll(1);
    store.commit(RunCommit.of(claim(), 1, List.of()).executing(Map.of("note", 3)));
    contract().lapse(clock);
    Lease taken = other.claim(TENANT, RUN, 1).get(0);
    assertThat(taken.before().lost().executions()).containsEntry("note", 3);

    other.commit(
        RunCommit.of(taken, 1, List.of(finished(taken, LeadStatus.FAILED)))
            .ending(ending(taken, LeadStatus.FAILED, "ended")));
    other.retryFailed(TENANT, RUN);

    assertThat(other.claim(TENANT, RUN, 1).get(0).before().lost()).isEqualTo(LostHolders.NONE);
  }

  /** A process that was frozen wakes up, after another one took its lead over. */
  @Test
  void aLostLeaseWritesNothingAndGivesNothingBack() {
    RunStore other = another();
    acceptAll(1);
    Lease lost = claim();
    tell(lost, 1, started(lost));
    contract().lapse(clock);
    Lease taken = other.claim(TENANT, RUN, 0L).orElseThrow();
    List<Object> before = everything(lost);

    RunCommit late =
        RunCommit.of(lost, 2, List.of(finished(lost, LeadStatus.ENRICHED)))
            .intending(intent(lost, "late"))
            .completing(step(lost, "late"))
            .ending(ending(lost, LeadStatus.ENRICHED, "late"));
    assertThatThrownBy(() -> store.commit(late)).isInstanceOf(LeaseLostException.class);
    store.release(lost);

    assertThat(everything(lost)).isEqualTo(before);
    assertThat(claimed(1)).isEmpty();
    other.commit(
        RunCommit.of(taken, 1, List.of(finished(taken, LeadStatus.ENRICHED)))
            .ending(ending(taken, LeadStatus.ENRICHED, "taken over")));
    assertThatThrownBy(() -> store.commit(late)).isInstanceOf(LeaseLostException.class);
    assertThat(text(lost)).isEqualTo("taken over");
    assertThat(state()).isEqualTo(RunState.COMPLETED);
    assertThat(story()).containsExactly("RunStarted", "LeadStarted", "LeadFinished", "RunFinished");
  }

  @Test
  void aSilentHolderThatWasNotReplacedStillWrites() {
    another();
    acceptAll(1);
    Lease lease = claim();
    contract().lapse(clock);

    finish(lease, LeadStatus.ENRICHED);

    assertThat(state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void aSilentHolderDoesNotKeepARunFromEnding() {
    RunStore other = another();
    accept(2);
    claim();
    contract().lapse(clock);

    assertThat(other.steer(TENANT, RUN, RunState.STOPPED).state()).isEqualTo(RunState.STOPPED);
    assertThat(other.steer(TENANT, RUN, RunState.RUNNING).state()).isEqualTo(RunState.RUNNING);
    assertThat(other.claim(TENANT, RUN, 5)).hasSize(2);
  }
}
