package dev.prospector.testkit.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.call.CallOutcome;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.store.Lease;
import dev.prospector.store.RunCommit;
import dev.prospector.testkit.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How events are numbered and read, and what the next holder of a lead is told. */
abstract class RunStoreEvents extends RunStoreCase {

  @Test
  void eventsAreNumberedFromOneInTheOrderOfTheirCommits() {
    accept(2);
    List<Lease> leases = store.claim(TENANT, RUN, 2);
    tell(leases.get(0), 1, started(leases.get(0)), stepStarted(leases.get(0), "note"));
    tell(leases.get(1), 1, started(leases.get(1)));

    assertThat(numbers(events())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    RunEvent fifth = events().get(4);
    assertThat(fifth)
        .isEqualTo(
            new RunEvent.StepStarted(
                new RunEvent.Position(RUN, 5, THEN, TENANT), leases.get(0).lead().id(), "note"));
    assertThat(run().lastEvent()).isEqualTo(6);
  }

  @Test
  void eachLeadIsToldOfOnceWhenItIsAccepted() {
    accept(2);
    long known = store.accept(TENANT, RUN, 1, List.of(lead(1), lead(2)));

    assertThat(known).isEqualTo(3);
    List<RunEvent> accepted = events().subList(1, events().size());
    for (int i = 0; i < 3; i++) {
      RunEvent.Position position = new RunEvent.Position(RUN, i + 2, START, TENANT);
      LeadId lead = LeadId.of("lead-" + i);
      assertThat(accepted.get(i)).isEqualTo(new RunEvent.LeadAccepted(position, lead, i));
    }
    assertThat(accepted).hasSize(3);
    assertThat(claim().before().events()).isEmpty();
  }

  @Test
  void eventsAreReadPageByPageFromAnyNumber() {
    accept(1);
    Lease lease = claim();
    for (int i = 1; i <= 9; i++) {
      tell(lease, i, stepStarted(lease, "step-" + i));
    }
    assertThat(numbers(store.events(TENANT, RUN, 0, 4))).containsExactly(1L, 2L, 3L, 4L);
    assertThat(numbers(store.events(TENANT, RUN, 4, 4))).containsExactly(5L, 6L, 7L, 8L);
    assertThat(numbers(store.events(TENANT, RUN, 8, 4))).containsExactly(9L, 10L, 11L);
    assertThat(store.events(TENANT, RUN, 11, 4)).isEmpty();
    assertThat(store.events(TENANT, RUN, 99, 4)).isEmpty();
  }

  @Test
  void theNumbersHaveNoGapsAndNoRepetitionsHoweverManyCommitAtOnce() throws Exception {
    int threads = 8;
    int commits = 25;
    accept(threads);
    List<Lease> leases = store.claim(TENANT, RUN, threads);

    Threads.all(
        threads,
        thread -> {
          Lease lease = leases.get(thread);
          for (int i = 1; i <= commits; i++) {
            tell(lease, i, stepStarted(lease, "a-" + i), stepStarted(lease, "b-" + i));
          }
          return true;
        });

    List<RunEvent> events = events();
    assertThat(numbers(events))
        .isEqualTo(
            LongStream.rangeClosed(1, 1 + threads + threads * commits * 2L).boxed().toList());
    for (Lease lease : leases) {
      List<String> expected = new ArrayList<>();
      for (int i = 1; i <= commits; i++) {
        expected.addAll(List.of("a-" + i, "b-" + i));
      }
      assertThat(steps(events, lease)).isEqualTo(expected);
    }
  }

  /** A reader sees a prefix while others write, which never changes afterwards. */
  @Test
  void whatWasReadOnceStaysAsItIs() throws Exception {
    accept(4);
    List<Lease> leases = store.claim(TENANT, RUN, 4);

    List<List<RunEvent>> read =
        Threads.all(
            5,
            thread -> {
              List<RunEvent> seen = new ArrayList<>();
              for (int i = 1; i <= 30; i++) {
                if (thread < 4) {
                  tell(leases.get(thread), i, stepStarted(leases.get(thread), "step-" + i));
                } else {
                  seen.addAll(store.events(TENANT, RUN, seen.size(), 1000));
                }
              }
              return seen;
            });

    List<RunEvent> seen = read.get(4);
    assertThat(seen).isEqualTo(events().subList(0, seen.size()));
  }

  private static List<String> steps(List<RunEvent> events, Lease lease) {
    return events.stream()
        .filter(RunEvent.StepStarted.class::isInstance)
        .map(RunEvent.StepStarted.class::cast)
        .filter(e -> e.lead().equals(lease.lead().id()))
        .map(RunEvent.StepStarted::step)
        .toList();
  }

  private static List<Long> numbers(List<RunEvent> events) {
    return events.stream().map(e -> e.position().number()).toList();
  }

  @Test
  void theNextHolderIsToldWhatWasBegunAndWhichCallsAreOpen() {
    accept(2);
    List<Lease> leases = store.claim(TENANT, RUN, 2);
    Lease first = leases.get(0);
    tell(first, 1, started(first), stepStarted(first, "note"));
    tell(leases.get(1), 1, started(leases.get(1)));
    intend(leases.get(1), 2, "call-of-another");
    intend(first, 2, "call-1");
    intend(first, 3, "call-2");
    store.commit(
        RunCommit.of(first, 4, List.of(stepCompleted(first)))
            .completing(step(first, "x", List.of(outcome("call-1", CallOutcome.Ending.ANSWERED)))));

    store.release(first);
    Lease next = claim();

    assertThat(names(next.before().events()))
        .containsExactly("LeadStarted", "StepStarted", "StepCompleted");
    assertThat(next.before().events()).isSubsetOf(events());
    assertThat(next.before().openCalls()).containsExactly(intent(first, "call-2"));
  }

  @Test
  void onlyWhatWasBegunLastIsTold() {
    accept(1);
    Lease first = claim();
    tell(first, 1, started(first), stepStarted(first, "old"));
    store.release(first);
    Lease second = claim();
    tell(second, 1, started(second), stepStarted(second, "new"));
    store.release(second);

    assertThat(names(claim().before().events())).containsExactly("LeadStarted", "StepStarted");
  }

  @Test
  void workThatEndedIsNotToldToWhoTriesAgain() {
    acceptAll(1);
    finish(claim(), LeadStatus.FAILED);
    store.retryFailed(TENANT, RUN);

    assertThat(claim().before()).isEqualTo(Lease.Unfinished.NOTHING);
  }
}
