package dev.prospector.engine.internal.step;

import dev.prospector.call.CallIntent;
import dev.prospector.call.Effect;
import dev.prospector.error.RunException;
import dev.prospector.error.UndecidedCallException;
import dev.prospector.pipeline.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts that a step is about to be executed of whose lead a process died. */
final class BeginTrial {

  private final LeadExecution lead;
  private final Plan.Step step;

  BeginTrial(LeadExecution lead, Plan.Step step) {
    this.lead = lead;
    this.step = step;
  }

  /**
   * Writes it down.
   *
   * @throws RunException if the step must not be executed once more; it also names a call of the
   *     step on which a person has to decide
   */
  void begin() {
    if (!lead.book().trials().areNeeded()) {
      return;
    }
    try {
      lead.book().trials().begin(id(), before());
    } catch (RunException e) {
      Optional<CallIntent> open = undecided();
      throw open.isEmpty() ? e : new RunException(both(e, open.get()));
    }
  }

  private String id() {
    return step.spec().id();
  }

  private List<String> before() {
    List<String> before = new ArrayList<>();
    step.reads().forEach(read -> before.add(idOf(read.writer())));
    step.gates().values().forEach(judged -> before.add(idOf(judged)));
    return before;
  }

  private String idOf(int other) {
    return lead.plan().step(other).spec().id();
  }

  private Optional<CallIntent> undecided() {
    return lead.book().openCalls().stream()
        .filter(call -> call.effect() == Effect.AT_MOST_ONCE && call.step().equals(id()))
        .findFirst();
  }

  private static String both(RunException e, CallIntent call) {
    return e.getMessage() + "; " + new UndecidedCallException(call.call()).getMessage();
  }
}
