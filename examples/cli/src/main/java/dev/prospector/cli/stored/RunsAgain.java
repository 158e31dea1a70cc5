package dev.prospector.cli.stored;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentSpec;
import dev.prospector.agent.ModelAgent;
import dev.prospector.cli.model.ModelSettings;
import dev.prospector.dossier.Section;
import dev.prospector.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what another model than a run was begun with has done again. */
final class RunsAgain {

  private RunsAgain() {}

  /** Returns that in a sentence; nothing if the same models are asked in the same way. */
  static Optional<String> of(Pipeline pipeline, ModelSettings now, ModelSettings before) {
    if (now.answersAs(before)) {
      return Optional.empty();
    }
    List<String> steps = steps(pipeline);
    return Optional.of(
        "with other models than it was begun with: of leads that have not ended, "
            + (steps.isEmpty() ? "no step" : String.join(", ", steps))
            + " run again; leads that ended stay as they are");
  }

  /** The agents that ask a model, and those that read what they write. */
  static List<String> steps(Pipeline pipeline) {
    List<String> steps = new ArrayList<>();
    Set<Section<?>> other = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Agent<?> agent : pipeline.agents()) {
        AgentSpec<?> spec = agent.spec();
        boolean reads =
            spec.required().stream().anyMatch(other::contains)
                || spec.optional().stream().anyMatch(other::contains);
        if ((agent instanceof ModelAgent || reads) && other.add(spec.writes())) {
          steps.add(spec.id());
          more = true;
        }
      }
    }
    return steps;
  }
}
