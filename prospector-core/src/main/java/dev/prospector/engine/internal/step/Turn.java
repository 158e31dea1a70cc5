package dev.prospector.engine.internal.step;

import dev.prospector.engine.internal.limit.Onward;
import dev.prospector.engine.internal.limit.Permits;
import org.jspecify.annotations.Nullable;

/** A step that may begin. In the hand of one thread at a time. */
final class Turn {

  final int step;

  /** How it is executed; null until it is known that it has to be. */
  @Nullable StepExecution<?> execution;

  /** How it is executed together with others; null until it is known that it has to be. */
  @Nullable JointExecution joint;

  /** What it was given before it began. */
  Permits permits = Permits.NONE;

  Turn(int step) {
    this.step = step;
  }

  Turn with(Permits given) {
    permits = given;
    return this;
  }

  /** Returns what may begin since this step gave back what it held; null if nothing may. */
  @Nullable Onward onward() {
    return execution == null ? null : execution.onward();
  }
}
