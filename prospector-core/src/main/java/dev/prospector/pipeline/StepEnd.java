package dev.prospector.pipeline;

import dev.prospector.dossier.Entry;
import dev.prospector.evidence.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step ended, with what it left.
 *
 * @param result what the caller is told
 * @param entry the section, null if it was not written
 * @param snapshots what it kept
 */
record StepEnd(StepResult result, @Nullable Entry<?> entry, List<Snapshot> snapshots) {

  static StepEnd without(StepResult.State state, String step, String reason, int attempts) {
    return new StepEnd(new StepResult(step, state, reason, attempts), null, List.of());
  }
}
