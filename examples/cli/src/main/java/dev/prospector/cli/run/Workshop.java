package dev.prospector.cli.run;

import dev.prospector.Prospector;
import dev.prospector.adapter.store.Store;
import dev.prospector.agents.Pipelines;
import dev.prospector.error.InputException;
import dev.prospector.pipeline.Pipeline;
import java.util.Map;
import java.util.Optional;

/** What runs that are kept are made with, beside what is said on the command line. */
public interface Workshop {

  /** What ships: rules alone. */
  Workshop USUAL =
      new Workshop() {
        @Override
        public Map<String, Pipeline> pipelines() {
          return Pipelines.all();
        }

        @Override
        public Optional<Pipeline> named(String name) {
          return Pipelines.named(name);
        }

        @Override
        public Prospector.Builder prospector(Store store) {
          return Prospector.builder().runs(store.runs());
        }
      };

  /** Returns every pipeline, by its name. */
  Map<String, Pipeline> pipelines();

  /** Returns a builder of what works on the runs of a store. */
  Prospector.Builder prospector(Store store);

  /** Returns the pipeline of a name, made alone where that can be. */
  default Optional<Pipeline> named(String name) {
    return Optional.ofNullable(pipelines().get(name)).or(() -> Pipelines.named(name));
  }

  /** Returns the pipeline of a name that a person wrote, or that a run was begun with. */
  default Pipeline pipeline(String name) {
    return named(name)
        .orElseThrow(
            () ->
                new InputException(
                    "there is no pipeline '"
                        + name
                        + "'; there is: "
                        + String.join(", ", pipelines().keySet())));
  }
}
