package dev.prospector.engine.internal.step;

import dev.prospector.agent.Resource;
import dev.prospector.engine.internal.joint.JointGroup;
import dev.prospector.engine.internal.limit.Permits;
import dev.prospector.engine.internal.workplace.Workplace;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of one lead that are asked in one request: they begin as one, and end together. */
final class StepsTogether {

  private final LeadExecution lead;
  private final Workplace run;

  StepsTogether(LeadExecution lead) {
    this.lead = lead;
    this.run = lead.run();
  }

  /** Returns whether a step begins by itself, or stands for its group. */
  boolean isTurn(int step) {
    JointGroup group = run.joints().of(step);
    return group == null || group.first() == step;
  }

  /**
   * Returns which turn waits for an end; -1 where a step of a group waits for another one of it.
   */
  int turnOf(int ended, int next) {
    JointGroup group = run.joints().of(next);
    if (group == null) {
      return next;
    }
    return group.covered().contains(ended) ? -1 : group.first();
  }

  /** Returns what a turn uses; a model is used by those that can ask one. */
  Set<Resource> needs(int step) {
    JointGroup group = run.joints().of(step);
    return group == null
        ? StepExecution.needs(lead.plan().step(step), !run.ports().spending().models().isEmpty())
        : JointExecution.needs(lead.plan(), group);
  }

  /** Returns whether a turn ended since there is nothing to execute; else it is to be executed. */
  boolean endsAtOnce(Turn turn) {
    JointGroup group = run.joints().of(turn.step);
    if (group == null) {
      StepEnd ended = lead.orBreakOff(turn.step, () -> lead.endOr(turn));
      if (ended != null) {
        lead.end(turn.step, ended);
      }
      return ended != null;
    }
    JointExecution joint = new JointExecution(lead, group);
    boolean[] known = {false};
    StepEnd broken =
        lead.orBreakOff(
            turn.step,
            () -> {
              known[0] = joint.isKnown();
              return null;
            });
    if (known[0] || broken != null) {
      end(group, broken);
      return true;
    }
    turn.joint = joint;
    return false;
  }

  /** Works on all steps of a group, and ends them. */
  void work(JointGroup group, Turn turn) {
    if (turn.joint == null && endsAtOnce(turn)) {
      return;
    }
    JointExecution joint = Objects.requireNonNull(turn.joint);
    long start = run.threads().nanoTime();
    StepEnd broken =
        lead.orBreakOff(
            group.first(),
            () -> {
              joint.execute(turn.permits);
              return null;
            });
    run.stepTimes().took(group.first(), run.threads().nanoTime() - start);
    end(group, broken);
  }

  private void end(JointGroup group, @Nullable StepEnd broken) {
    for (int step : group.covered()) {
      String id = lead.plan().step(step).spec().id();
      lead.end(
          step,
          broken == null
              ? lead.ending(step)
              : StepEnd.without(broken.result().state(), id, broken.result().reason(), 0));
    }
  }

  /** Returns whether a step ends without being executed; then it has ended. */
  boolean isEnded(int step) {
    StepEnd ended = lead.endOr(new Turn(step));
    if (ended != null) {
      lead.put(step, ended);
    }
    return ended != null;
  }

  /**
   * Runs a step by itself.
   *
   * @param begun whether it is told already that it began
   */
  void executeAlone(int step, boolean begun) {
    Turn turn = new Turn(step);
    StepEnd ended = lead.endOr(turn);
    if (ended == null) {
      StepExecution<?> alone = Objects.requireNonNull(turn.execution).begun(begun);
      ended = alone.execute(Permits.NONE).withPersonsFields(lead.present());
      lead.handOver(alone.onward());
    }
    lead.put(step, ended);
  }

  /** Has the steps that come later see how one stands by now, with what a person set. */
  void provisional(int step, StepEnd end) {
    lead.put(step, end.withPersonsFields(lead.present()));
  }
}
