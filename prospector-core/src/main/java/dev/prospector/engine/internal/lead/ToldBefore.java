package dev.prospector.engine.internal.lead;

import dev.prospector.budget.Usage;
import dev.prospector.event.EventDraft;
import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.event.StepResult;
import dev.prospector.lead.Tenant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier process told of a lead in the middle of which it left off: it is not told again,
 * and a step that had ended has ended.
 */
public final class ToldBefore {

  public static final ToldBefore NOTHING = new ToldBefore(RunId.of("none"), List.of());

  private final RunId run;
  private final Set<EventKey> told = new HashSet<>();
  private final Map<String, StepResult> ends = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<String> fellBack = new HashSet<>();
  private Usage spent = Usage.NONE;

  public ToldBefore(RunId run, List<RunEvent> events) {
    this.run = run;
    for (RunEvent event : events) {
      told.add(EventKey.of(event));
      keep(event);
    }
  }

  private void keep(RunEvent event) {
    if (event instanceof RunEvent.StepStarted e) {
      attempts.put(e.step(), 1);
    } else if (event instanceof RunEvent.StepRetried e) {
      attempts.merge(e.step(), 1, Integer::sum);
    } else if (event instanceof RunEvent.StepFellBack e) {
      attempts.merge(e.step(), 1, Integer::sum);
      fellBack.add(e.step());
    } else if (event instanceof RunEvent.CallSettled e) {
      spent = spent.plus(e.usage());
    } else if (event instanceof RunEvent.StepFailed e) {
      ends.put(e.step(), end(e.step(), StepResult.State.FAILED, e.reason()));
    } else if (event instanceof RunEvent.StepCompleted e) {
      ends.put(e.step(), end(e.step(), StepResult.State.COMPLETED, ""));
    } else if (event instanceof RunEvent.StepReused e) {
      ends.put(e.step(), end(e.step(), StepResult.State.REUSED, ""));
    }
  }

  private StepResult end(String step, StepResult.State how, String reason) {
    return new StepResult(step, how, reason, attempts.getOrDefault(step, 0));
  }

  public boolean isNew(EventDraft draft) {
    return told.isEmpty() || !told.contains(EventKey.of(draft.numbered(Tenant.DEFAULT, run, 0)));
  }

  /** Returns how a step ended, if it did; why rules stand in a model's place is not in it. */
  public Optional<StepResult> end(String step) {
    return Optional.ofNullable(ends.get(step));
  }

  /** Returns what calls cost that were told of. */
  public Usage spent() {
    return spent;
  }

  /** Returns whether any step was executed. */
  boolean hasStarted() {
    return !attempts.isEmpty();
  }

  /** Returns whether rules took the place of the model. */
  public boolean fellBack(String step) {
    return fellBack.contains(step);
  }
}
