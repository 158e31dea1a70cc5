package dev.prospector.engine.internal.step;

import dev.prospector.dossier.Entry;
import dev.prospector.event.StepResult;
import dev.prospector.evidence.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step ended, with what it left.
 *
 * @param result what the caller is told
 * @param entry the section as it stands, with what a person set; null if it was not written
 * @param found the section as the agent wrote it; null if it was not written
 * @param snapshots what it kept
 */
record StepEnd(
    StepResult result,
    @Nullable Entry<?> entry,
    @Nullable Entry<?> found,
    List<Snapshot> snapshots) {

  static StepEnd with(StepResult result, Entry<?> entry, List<Snapshot> snapshots) {
    return new StepEnd(result, entry, entry, snapshots);
  }

  static StepEnd without(StepResult.State state, String step, String reason, int attempts) {
    return new StepEnd(new StepResult(step, state, reason, attempts), null, null, List.of());
  }
}
