package dev.prospector.benchmark.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the harness makes of what it saw. */
class VerdictTest {

  private static final long LATENCY = 100;
  private static final long SECOND = 1_000_000_000L;

  private final Watcher nothingHeard = new Watcher(2);

  @Test
  void callsThatWereMadeOnceAreNotRepetitions() {
    Repetitions none =
        Repetitions.in(
            List.of(call("a", 0, 0, 1), call("a", 0, 1, 2), call("b", 1, 0, 1)),
            List.of(),
            nothingHeard,
            LATENCY);
    assertThat(none.again()).isZero();
    assertThat(none.steps()).isEqualTo(3);
  }

  @Test
  void aCallThatIsMadeAgainIsExplainedByHarmDoneToWhoeverMadeItBefore() {
    List<Ledger.Call> calls = List.of(call("a", 0, 0, 10), call("b", 0, 0, 25));
    assertThat(repetitions(calls, Fault.killed("a", 11 * SECOND)).unexplained()).isZero();
    assertThat(repetitions(calls, Fault.killed("b", 11 * SECOND)).unexplained()).isOne();
    assertThat(repetitions(calls, Fault.killed("a", 9 * SECOND)).unexplained()).isOne();
    assertThat(repetitions(calls, Fault.killed("a", 26 * SECOND)).unexplained()).isOne();
    assertThat(repetitions(calls, Fault.frozen("a", 11 * SECOND, 30 * SECOND)).again()).isOne();
  }

  @Test
  void itIsToldHowLongAnAnswerWasNotWritten() {
    List<Ledger.Call> calls = List.of(call("a", 0, 0, 10), call("b", 0, 0, 25));
    assertThat(repetitions(calls, Fault.killed("a", 11 * SECOND)).longestUncommitted())
        .isEqualTo(900);
  }

  private Repetitions repetitions(List<Ledger.Call> calls, Fault fault) {
    return Repetitions.in(calls, List.of(fault), nothingHeard, LATENCY);
  }

  @Test
  void aCallForAStepThatIsKnownToBeCompleteIsSeen() {
    Watcher watcher = new Watcher(1);
    watcher.accept(
        new RunEvent.StepCompleted(
            position(1), LeadId.of("run-0"), "step-3", Author.MODEL, 0, Usage.NONE, ""));
    long later = Ledger.now() + SECOND;
    List<Ledger.Call> calls =
        List.of(new Ledger.Call("a", 0, 3, 0), new Ledger.Call("b", 0, 3, later));
    assertThat(Repetitions.in(calls, List.of(), watcher, LATENCY).afterCompletion()).isOne();
    assertThat(watcher.notOnce()).isEqualTo(Work.STEPS - 1);
    assertThat(watcher.gaps()).isZero();
  }

  @Test
  void aNumberThatIsMissingAmongTheEventsIsSeen() {
    Watcher watcher = new Watcher(1);
    watcher.accept(new RunEvent.RunStarted(position(1), "pipeline"));
    watcher.accept(
        new RunEvent.LeadFinished(position(3), LeadId.of("run-0"), LeadStatus.ENRICHED, ""));
    assertThat(watcher.gaps()).isOne();
    assertThat(watcher.events()).isEqualTo(3);
  }

  @Test
  void aLeadInHandGoesOnWithTheNextCallOfWhomever() {
    List<Ledger.Call> calls =
        List.of(call("a", 0, 0, 10), call("b", 1, 0, 10), call("c", 0, 0, 22), call("b", 1, 1, 11));
    Recoveries recoveries =
        Recoveries.after(List.of(Fault.killed("a", 11 * SECOND)), calls, nothingHeard);
    assertThat(recoveries.seconds()).containsExactly(11.0);
    assertThat(recoveries.never()).isZero();
  }

  @Test
  void aLeadThatDoesNotGoOnIsSeen() {
    Recoveries recoveries =
        Recoveries.after(
            List.of(Fault.killed("a", 11 * SECOND)), List.of(call("a", 0, 0, 10)), nothingHeard);
    assertThat(recoveries.never()).isOne();
  }

  @Test
  void anEmptyListHasNoRecoveries() {
    assertThat(Recoveries.after(List.of(), List.of(), nothingHeard).part(1.0)).isZero();
  }

  private static Ledger.Call call(String worker, int lead, int step, long second) {
    return new Ledger.Call(worker, lead, step, second * SECOND);
  }

  private static RunEvent.Position position(long number) {
    return new RunEvent.Position(RunId.of("run"), number, Instant.EPOCH, Tenant.DEFAULT);
  }
}
