package dev.prospector.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.prospector.budget.Usage;
import dev.prospector.dossier.Author;
import dev.prospector.event.EventSink;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunEvent.CallSettled;
import dev.prospector.event.RunId;
import dev.prospector.event.RunState;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.LeadStatus;
import dev.prospector.lead.Tenant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every sink should hold to. Extend it, and return a sink. */
public abstract class EventSinkContract {

  private static final LeadId LEAD = LeadId.of("lead");

  /** Creates the contract. */
  protected EventSinkContract() {}

  /** Returns a sink that has seen nothing. */
  protected abstract EventSink sink();

  @Test
  void everyKindOfEventIsTaken() {
    EventSink sink = sink();

    assertThatCode(() -> everyKind().forEach(sink::accept)).doesNotThrowAnyException();
  }

  @Test
  void itIsCalledByManyThreadsOneAfterTheOther() {
    EventSink sink = sink();

    assertThatCode(
            () -> {
              for (RunEvent event : everyKind()) {
                Thread thread = new Thread(() -> sink.accept(event));
                thread.start();
                thread.join();
              }
            })
        .doesNotThrowAnyException();
  }

  /** Returns one event of each kind, numbered from 1, as a run would send them. */
  protected static List<RunEvent> everyKind() {
    CallSettled.Which call = new CallSettled.Which("step", 1, 1, "model");
    return List.of(
        new RunEvent.RunStarted(at(1), "pipeline"),
        new RunEvent.LeadAccepted(at(2), LEAD, 0),
        new RunEvent.LeadStarted(at(3), LEAD),
        new RunEvent.StepStarted(at(4), LEAD, "step"),
        new RunEvent.StepRetried(at(5), LEAD, "step", 1, "reason"),
        new CallSettled(at(6), LEAD, call, CallSettled.Ending.COMPLETE, Usage.NONE),
        new RunEvent.StepFellBack(at(7), LEAD, "step", "reason"),
        new RunEvent.StepCompleted(at(8), LEAD, "step", Author.RULES, 0, Usage.NONE, ""),
        new RunEvent.StepReused(at(9), LEAD, "step"),
        new RunEvent.StepSkipped(at(10), LEAD, "step", "reason"),
        new RunEvent.StepFailed(at(11), LEAD, "step", "reason"),
        new RunEvent.LeadFinished(at(12), LEAD, LeadStatus.FAILED, "step: reason"),
        new RunEvent.RunPaused(at(13)),
        new RunEvent.RunResumed(at(14)),
        new RunEvent.RunFinished(at(15), RunState.COMPLETED));
  }

  private static RunEvent.Position at(long number) {
    return new RunEvent.Position(
        RunId.of("run"), number, Instant.EPOCH.plusSeconds(number), Tenant.DEFAULT);
  }
}
