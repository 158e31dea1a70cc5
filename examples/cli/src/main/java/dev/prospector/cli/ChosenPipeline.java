package dev.prospector.cli;

import dev.prospector.agents.Pipelines;
import dev.prospector.error.InputException;
import dev.prospector.pipeline.Pipeline;

/** Finds a pipeline by the name a person typed. */
final class ChosenPipeline {

  private ChosenPipeline() {}

  static Pipeline named(String name) {
    return Pipelines.named(name)
        .orElseThrow(
            () ->
                new InputException(
                    "there is no pipeline '"
                        + name
                        + "'; there is: "
                        + String.join(", ", Pipelines.all().keySet())));
  }
}
